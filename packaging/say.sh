# Sourced by the set-up scripts: one sentence on stderr, in the language of the program
# (English where the environment names it, else Simplified Chinese).

say() {
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
        en*) printf '%s\n' "$2" >&2 ;;
        *) printf '%s\n' "$1" >&2 ;;
    esac
}
