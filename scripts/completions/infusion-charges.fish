function __infusion-charges_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __infusion-charges_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __infusion-charges_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __infusion-charges_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __infusion-charges_parse_tokens -S
    set -l unparsed_tokens (__infusion-charges_tokens -pc)
    switch $unparsed_tokens[1]
    case 'infusion-charges'
        __infusion-charges_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'inspect'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'write-config' 'version' 'h/help'
        case 'check-config'
            __infusion-charges_parse_subcommand 1 'keys' 'markdown' 'tables=' 'fees=' 'version' 'h/help'
        case 'reconcile'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'charges=+' 'rejects=' 'summary=' 'queries=' 'manifest=' 'dry-run' 'log-format=' 'excel' 'raw' 'q/quiet' 'suppressions=' 'suppressed=' 'as-of=' 'report=' 'previous=' 'deidentify=' 'shard=' 'part=' 'rows=' 'mar-header=' 'charges-header=' 'input-order=' 'o/output=' 'encounters=' 'workbook=' 'only-differences' 'explain-excluded' 'strict' 'fail-on=' 'version' 'h/help'
        case 'derive'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'rejects=' 'summary=' 'queries=' 'manifest=' 'dry-run' 'log-format=' 'excel' 'raw' 'q/quiet' 'deidentify=' 'shard=' 'part=' 'rows=' 'mar-header=' 'charges-header=' 'input-order=' 'o/output=' 'strict' 'version' 'h/help'
        case 'explain'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'charges=+' 'encounter=' 'what-if=+' 'width=' 'format=' 'version' 'h/help'
        case 'generate'
            __infusion-charges_parse_subcommand 0 'encounters=' 'seed=' 'o/output=' 'style=' 'order=' 'from=' 'days=' 'errors=' 'gzip' 'jobs=' 'q/quiet' 'version' 'h/help'
        case 'review'
            __infusion-charges_parse_subcommand 1 'o/output=' 'expires=' 'owner=' 'agreement=' 'version' 'h/help'
        case 'compare'
            __infusion-charges_parse_subcommand 2 'o/output=' 'excel' 'raw' 'q/quiet' 'fail-on=' 'version' 'h/help'
        case 'verify'
            __infusion-charges_parse_subcommand 1 'q/quiet' 'version' 'h/help'
        case 'rules'
            __infusion-charges_parse_subcommand 1 'options' 'markdown' 'scenarios=' 'version' 'h/help'
        case 'codes'
            __infusion-charges_parse_subcommand 1 'on=' 'fees=' 'config=' 'tables=' 'version' 'h/help'
        case 'drugs'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'version' 'h/help'
        case 'drop'
            __infusion-charges_parse_subcommand 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'deidentify=' 'log-format=' 'verbose' 'q/quiet' 'suppressions=' 'only-differences' 'excel' 'workbook' 'report' 'reprocess' 'dry-run' 'strict' 'fail-on=' 'metrics=' 'now=' 'version' 'h/help'
        case 'layout'
            __infusion-charges_parse_subcommand -r 1 'config=' 'tables=' 'fees=' 'setting=' 'policy=+' 'date-order=' 'time-zone=' 'allow-any-year' 'carry=+' 'delimiter=' 'encoding=' 'sheet=' 'max-field=' 'max-rejects=' 'jobs=' 'memory=' 'charges=+' 'version' 'h/help'
        case 'merge'
            __infusion-charges_parse_subcommand -r 1 'o/output=' 'inputs=' 'fail-on=' 'q/quiet' 'version' 'h/help'
        case 'help'
            __infusion-charges_parse_subcommand -r 1 'version'
        end
    end
end

function __infusion-charges_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __infusion-charges_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __infusion-charges_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __infusion-charges_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__infusion-charges_tokens -p)
    if test -z "$(__infusion-charges_tokens -t)"
        set -l index (count (__infusion-charges_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'infusion-charges' -f
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'inspect' -d 'Show what files are taken for: format, columns, dates, words, drugs, first rows, problems.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'check-config' -d 'Check a configuration file, and the tables beside it, and say what it sets.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'reconcile' -d 'Compare billed charges with what the medication record supports.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'derive' -d 'Derive the codes that the medication record supports, without charges.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'explain' -d 'Show one encounter: its timeline, then each code with rule, minutes and source rows.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'generate' -d 'Write a synthetic medication record and bill with known mistakes, and the true answer.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'review' -d 'Read back a reviewed workbook: decisions become suppressions.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'compare' -d 'Compare the findings of two runs: new, resolved, still open, changed.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'verify' -d 'Check the files that a manifest names against their checksums.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'rules' -d 'List the rules, or show one with its evidence; or list the policy options.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'codes' -d 'Show what the tables say of a code: words, parents, unit limits, amounts, dates, sources.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'drugs' -d 'Show what a drug\'s text or code is taken for: ingredients, class by route, drug codes, sources.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'drop' -d 'Process what was dropped into a folder: one pass, for cron or systemd.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'layout' -d 'Say as JSON where exports hold their fields, for programs that deal their rows out (--rows).'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'merge' -d 'Join the summaries of all parts of a run (--shard, --part) and check that no row is lost between them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges inspect" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" write-config' -l 'write-config' -d 'Print a configuration (YAML) that says what was found, to start from, and nothing else.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges inspect" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges check-config" -eq 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" keys' -l 'keys' -d 'List the keys of a configuration file, with what each takes.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" markdown' -l 'markdown' -d 'Write docs/keys.md (with --keys).'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges check-config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges reconcile" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile"' -l 'charges' -d 'Charge exports (files, folders, \'*.csv\'), when the MAR does not carry the billed codes itself.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" rejects' -l 'rejects' -d 'Rows that could not be read, each with what to do (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" summary' -l 'summary' -d 'What the run read, found and wrote (JSON).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" queries' -l 'queries' -d 'Facts that nobody wrote down, each with a question and what it is worth (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" manifest' -l 'manifest' -d 'Checksums of what the run was made of and of what it wrote (JSON), for verify.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" dry-run' -l 'dry-run' -d 'Read, code and compare, say what came of it, and put no file in place.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" log-format' -l 'log-format' -d 'How errors and the summary are printed: text, or json with one object a line.' -rfka 'text json'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" excel' -l 'excel' -d 'Write CSV for Excel: byte order mark and CRLF.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" raw' -l 'raw' -d 'Write text cells as they are, also those that a spreadsheet would run as formulas.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" q quiet' -s 'q' -l 'quiet' -d 'Print no summary.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" suppressions' -l 'suppressions' -d 'Differences to keep out of the findings until a day (CSV: match, encounter_id, department, drug, …).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" suppressed' -l 'suppressed' -d 'Findings that are suppressed, each with owner, reason and last day (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" as-of' -l 'as-of' -d 'The day by which suppressions expire, such as 2026-01-31; today when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" report' -l 'report' -d 'The run on one page for a browser (HTML).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" previous' -l 'previous' -d 'Summary of an earlier run (JSON): its figures stand beside this run\'s in the report.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" deidentify' -l 'deidentify' -d 'Secret key, a file of 32 bytes or more: encounter ids become keyed hashes in every output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" shard' -l 'shard' -d 'Work on one part of the encounters, such as 2/7: all of the input is read, and 2/7 of it is judged.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" part' -l 'part' -d 'Say that the rows given are one part of a run, such as 2/7; merge joins the summaries.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" rows' -l 'rows' -d 'Stream of tagged rows of all exports, - for standard input; the files named then give header and form only.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" mar-header' -l 'mar-header' -d 'Header of MAR exports that have none of their own, separated by commas.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" charges-header' -l 'charges-header' -d 'Header of charge exports that have none of their own, separated by commas.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" input-order' -l 'input-order' -d 'grouped: rows of an encounter and of a patient stand together, charges in the same order; any when not given.' -rfka 'any grouped'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" o output' -s 'o' -l 'output' -d 'Findings (CSV); - is standard output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" encounters' -l 'encounters' -d 'One row for each encounter (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" workbook' -l 'workbook' -d 'Summary, findings, encounters, queries and rejects in one workbook for reviewers (.xlsx).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" only-differences' -l 'only-differences' -d 'Leave matches out of the findings; they stay counted.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" explain-excluded' -l 'explain-excluded' -d 'Also list rows that were given and are rightly not coded.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" strict' -l 'strict' -d 'Exit with 4 when any row was rejected.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" fail-on' -l 'fail-on' -d 'Exit with 3 when findings of a status pass a limit: missing>100,unsupported>1%.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges reconcile" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges derive" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" rejects' -l 'rejects' -d 'Rows that could not be read, each with what to do (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" summary' -l 'summary' -d 'What the run read, found and wrote (JSON).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" queries' -l 'queries' -d 'Facts that nobody wrote down, each with a question and what it is worth (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" manifest' -l 'manifest' -d 'Checksums of what the run was made of and of what it wrote (JSON), for verify.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" dry-run' -l 'dry-run' -d 'Read, code and compare, say what came of it, and put no file in place.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" log-format' -l 'log-format' -d 'How errors and the summary are printed: text, or json with one object a line.' -rfka 'text json'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" excel' -l 'excel' -d 'Write CSV for Excel: byte order mark and CRLF.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" raw' -l 'raw' -d 'Write text cells as they are, also those that a spreadsheet would run as formulas.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" q quiet' -s 'q' -l 'quiet' -d 'Print no summary.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" deidentify' -l 'deidentify' -d 'Secret key, a file of 32 bytes or more: encounter ids become keyed hashes in every output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" shard' -l 'shard' -d 'Work on one part of the encounters, such as 2/7: all of the input is read, and 2/7 of it is judged.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" part' -l 'part' -d 'Say that the rows given are one part of a run, such as 2/7; merge joins the summaries.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" rows' -l 'rows' -d 'Stream of tagged rows of all exports, - for standard input; the files named then give header and form only.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" mar-header' -l 'mar-header' -d 'Header of MAR exports that have none of their own, separated by commas.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" charges-header' -l 'charges-header' -d 'Header of charge exports that have none of their own, separated by commas.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" input-order' -l 'input-order' -d 'grouped: rows of an encounter and of a patient stand together, charges in the same order; any when not given.' -rfka 'any grouped'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" o output' -s 'o' -l 'output' -d 'Derived codes (CSV); - is standard output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" strict' -l 'strict' -d 'Exit with 4 when any row was rejected.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges derive" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges explain" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain"' -l 'charges' -d 'Charge exports (files, folders, \'*.csv\'), when the MAR does not carry the billed codes itself.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" encounter' -l 'encounter' -d 'The encounter to explain.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain"' -l 'what-if' -d 'A policy choice: show what would change with it; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" width' -l 'width' -d 'Columns of text, 60 or more; as wide as the terminal when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" format' -l 'format' -d 'How it is written: text, or json for programs.' -rfka 'text json'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" encounters' -l 'encounters' -d 'How many encounters.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" seed' -l 'seed' -d 'Another number makes other visits.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" o output' -s 'o' -l 'output' -d 'Folder for the files; it is made where it is not there.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" style' -l 'style' -d 'How the record tells of a dose: intervals (start and stop), or events (New Bag, Rate Change, Stopped).' -rfka 'intervals events'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" order' -l 'order' -d 'How the record is sorted: grouped (by encounter), or by-time.' -rfka 'grouped by-time'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" from' -l 'from' -d 'The first day.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" days' -l 'days' -d 'Over how many days the encounters are spread.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" errors' -l 'errors' -d 'Of a hundred bills, how many have a mistake.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" gzip' -l 'gzip' -d 'Write mar.csv.gz and charges.csv.gz.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" jobs' -l 'jobs' -d 'Batches made at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" q quiet' -s 'q' -l 'quiet' -d 'Print nothing.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges generate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges review" -eq 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" o output' -s 'o' -l 'output' -d 'Suppressions of what was accepted or refused (CSV for reconcile --suppressions); - is standard output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" expires' -l 'expires' -d 'The last day on which these suppressions hold, such as 2026-12-31; needed with --output.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" owner' -l 'owner' -d 'Who answers for decisions without a reviewer.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" agreement' -l 'agreement' -d 'How often reviewers agreed with each rule (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges compare" -eq 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges compare" -eq 2' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" o output' -s 'o' -l 'output' -d 'One row for each finding that is open in either run (CSV); - is standard output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" excel' -l 'excel' -d 'Write CSV for Excel: byte order mark and CRLF.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" raw' -l 'raw' -d 'Write text cells as they are, also those that a spreadsheet would run as formulas.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" q quiet' -s 'q' -l 'quiet' -d 'Print no table.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" fail-on' -l 'fail-on' -d 'Exit with 3 when changes of a kind pass a limit: new>0,changed>5%; shares are of all open findings.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges compare" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges verify" -eq 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges verify" q quiet' -s 'q' -l 'quiet' -d 'Print nothing; the exit code tells.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges verify" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges verify" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges rules" options' -l 'options' -d 'List the policy options, with what each decides and its values.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges rules" markdown' -l 'markdown' -d 'Write docs/rules.md, or with --options docs/options.md, as Markdown.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges rules" scenarios' -l 'scenarios' -d 'Folder of scenarios, to name one for each rule (with --markdown).' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges rules" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges rules" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" on' -l 'on' -d 'Date of service to answer for, such as 2025-07-01.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" config' -l 'config' -d 'Configuration file (YAML), for the drugs that it names.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges codes" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drugs" config' -l 'config' -d 'Configuration file (YAML), for the drugs that it names.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drugs" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drugs" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drugs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges drop" -eq 1' -fa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" deidentify' -l 'deidentify' -d 'Secret key, a file of 32 bytes or more: encounter ids become keyed hashes in every output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" log-format' -l 'log-format' -d 'How lines on standard error look: text or json.' -rfka 'text json'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" verbose' -l 'verbose' -d 'Also log what went well; on a terminal that is the default.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" q quiet' -s 'q' -l 'quiet' -d 'Log warnings and errors only; without a terminal that is the default.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" suppressions' -l 'suppressions' -d 'Differences to keep out of the findings until a day (CSV).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" only-differences' -l 'only-differences' -d 'Leave matches out of the findings; they stay counted.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" excel' -l 'excel' -d 'Write CSV for Excel: byte order mark and CRLF.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" workbook' -l 'workbook' -d 'Write a workbook of each drop\'s results: results.xlsx.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" report' -l 'report' -d 'Write each drop\'s results on one page for a browser: report.html.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" reprocess' -l 'reprocess' -d 'Process again what was processed already.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" dry-run' -l 'dry-run' -d 'Say what a pass would do and change nothing.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" strict' -l 'strict' -d 'Exit with 4 when any row was rejected.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" fail-on' -l 'fail-on' -d 'Exit with 3 when findings of a status pass a limit in one drop: missing>100,unsupported>1%.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" metrics' -l 'metrics' -d 'Where Prometheus looks for figures (a file that ends in .prom); FOLDER/infusion-charges.prom by default.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" now' -l 'now' -d 'Time to work by, such as 2026-11-24T02:00:00Z, in place of the machine\'s clock.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges drop" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges layout" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" config' -l 'config' -d 'Configuration file (YAML: columns, words, drugs, policy).' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" tables' -l 'tables' -d 'Folder whose table files replace the bundled ones.' -rfa '(__infusion-charges_complete_directories)'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" fees' -l 'fees' -d 'Your own amounts (CSV: code, amount, …) in place of Medicare\'s estimates.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" setting' -l 'setting' -d 'Who bills, where the export does not say: facility or professional.' -rfka 'facility professional'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout"' -l 'policy' -d 'A policy choice; may be repeated. \'infusion-charges rules --options\' lists them.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" date-order' -l 'date-order' -d 'Order of day and month in dates such as 3/4/2026: mdy or dmy.' -rfka 'mdy dmy'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" time-zone' -l 'time-zone' -d 'Place whose clocks showed the times that bear no offset, such as America/New_York; without it no clock change is seen.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" allow-any-year' -l 'allow-any-year' -d 'Accept years outside 1990-2100, as de-identified data has them.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout"' -l 'carry' -d 'A column of the exports that is written beside each finding, by its header; may be repeated.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" delimiter' -l 'delimiter' -d 'What separates cells: comma, tab, semicolon or pipe; found from the file when not given.' -rfka 'comma tab semicolon pipe'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" encoding' -l 'encoding' -d 'Encoding of text: auto (UTF-8, else Windows-1252), utf-8, utf-16, utf-16le, utf-16be, windows-1252.' -rfka 'auto utf-8 utf-16 utf-16le utf-16be windows-1252'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" sheet' -l 'sheet' -d 'Sheet to read from workbooks; the first that is not hidden when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" max-field' -l 'max-field' -d 'Longest cell that a file may hold, in bytes; 1048576 when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" max-rejects' -l 'max-rejects' -d 'Rows that may be rejected before the run fails: a number, or a share; 10% when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" jobs' -l 'jobs' -d 'Workers at the same time; as many as there are cores when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" memory' -l 'memory' -d 'Memory that a run may take, such as 2GB; 512MB when not given.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout"' -l 'charges' -d 'Charge exports (files, folders, \'*.csv\'), when the MAR does not carry the billed codes itself.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges layout" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_positional "infusion-charges merge" -ge 1' -F
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" o output' -s 'o' -l 'output' -d 'Summary of the whole run (JSON); - is standard output.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" inputs' -l 'inputs' -d 'The exports of the run, as a summary lists its inputs (JSON), where parts were given rows.' -rF
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" fail-on' -l 'fail-on' -d 'Exit with 3 when findings of a status pass a limit: missing>100,unsupported>1%.' -rfka ''
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" q quiet' -s 'q' -l 'quiet' -d 'Print no summary.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" version' -l 'version' -d 'Show the version.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'infusion-charges' -n '__infusion-charges_should_offer_completions_for_flags_or_options "infusion-charges help" version' -l 'version' -d 'Show the version.'
