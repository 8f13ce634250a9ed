# bash completion for reader 1.0.0
_reader() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options
  case $before in
    --lens)
      COMPREPLY=($(compgen -W 'a o w q n s u' -- "$word")); return ;;
    --format)
      COMPREPLY=($(compgen -W 'text json github' -- "$word")); return ;;
  esac
  case ${COMP_WORDS[1]} in
    links) options='--help --json --floor --recursive --from --refresh --feed --pick --like --each --output' ;;
    matrix) options='--help --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    differences) options='--help --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    copy) options='--help --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    collate) options='--help --order --all --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    versions) options='--help --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    people) options='--help --json --csv --recursive --from --refresh --feed --pick --like --each --output' ;;
    quotes) options='--help --json --shared --recursive --from --refresh --feed --pick --like --each --output' ;;
    articles) options='--help --text --json --recursive --from --refresh --feed --pick --like' ;;
    report) options='--help --recursive --from --refresh --feed --pick --like --output --format --force --only --moment --quote --notes --floor --all-copies' ;;
    save) options='--help --force --recursive --from --refresh --feed --pick --like' ;;
    check) options='--help --against --quote --speaker --jsonl --format --json --recursive --from --refresh' ;;
    archive) options='--help --archive --json --output --force --feed --from --field --again --processes --outlet --since --until --input --master --conf' ;;
    find) options='--help --like --quote --copy-of --days --top --speaker --archive --json --open --outlet --since --until --language' ;;
    events) options='--help --since --until --outlets --top --archive --json --open' ;;
    notes) options='--help --json --with-removals --force' ;;
    serve) options='--help --recursive --from --refresh --feed --pick --like --port --host' ;;
    config) options='--help --edit' ;;
    *) options='--help --plain --linear --version --clear-cache --recursive --from --refresh --feed --pick --like --at --lens' ;;
  esac
  COMPREPLY=()
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W 'links matrix differences collate copy versions people quotes articles report save check archive find events notes serve config' -- "$word"))
  elif [[ $COMP_CWORD -eq 2 ]]; then
    case ${COMP_WORDS[1]} in
      notes) COMPREPLY=($(compgen -W 'list export import where' -- "$word")) ;;
      archive) COMPREPLY=($(compgen -W 'add status verify compact rebuild remove export spark' -- "$word")) ;;
    esac
  fi
}
complete -o default -F _reader reader
