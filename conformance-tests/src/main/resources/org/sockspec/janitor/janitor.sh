# Ends what a run leaves behind, even a run that was killed: its end of the pipe closes in any case.
# Lines on stdin:  pid N START | dir PATH | container ID | proxy HOST PORT NAME | gone LINE
# START is field 22 of /proc/N/stat: a number that was given to another process meanwhile is spared.

trap '' INT TERM HUP PIPE
nl='
'
entries=$nl

forget() {
  before=${entries%%"$nl$1$nl"*}
  [ "$before" = "$entries" ] || entries=$before$nl${entries#*"$nl$1$nl"}
}

started() {
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  # A command name may hold spaces and brackets, so the fields are counted from the last bracket.
  set -- ${stat##*) }
  echo "${20}"
}

kill_tree() {
  # Stopped first, else it could start further children while these are looked up.
  kill -STOP "$1" 2>/dev/null
  for child in $(cat "/proc/$1/task/"*/children 2>/dev/null); do
    kill_tree "$child"
  done
  kill -KILL "$1" 2>/dev/null
}

# The children of a process that has ended are found by what they inherited.
kill_marked() {
  for environ in $(grep -sFl "SOCKSPEC_RUN=$1/" /proc/[0-9]*/environ); do
    environ=${environ#/proc/}
    kill_tree "${environ%/environ}"
  done
}

delete_proxy() {
  timeout 5 bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf "DELETE /proxies/%s HTTP/1.0\r\n\r\n" "$2" >&3 && cat <&3' "$@"
}

remove_container() {
  if command -v docker >/dev/null; then
    timeout 20 docker rm -f "$1"
  else
    engine=${DOCKER_HOST:-unix:///var/run/docker.sock}
    curl -s -m 20 --unix-socket "${engine#unix://}" -X DELETE "http://engine/containers/$1?force=true"
  fi
}

echo ready
exec >/dev/null

while read -r verb rest; do
  case $verb in
    gone) forget "$rest" ;;
    *) entries=$entries$verb\ $rest$nl ;;
  esac
done

# Processes go first: a living one could fill its folder again.
while read -r verb what start; do
  [ "$verb" = pid ] && [ "$(started "$what")" = "$start" ] && kill_tree "$what"
done <<END
$entries
END

while read -r verb rest; do
  case $verb in
    dir)
      kill_marked "$rest"
      rm -rf -- "$rest"
      ;;
    container) remove_container "$rest" ;;
    proxy) delete_proxy $rest ;;
  esac </dev/null >/dev/null 2>&1
done <<END
$entries
END
