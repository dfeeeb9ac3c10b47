#!/usr/bin/env bash
# Makes the passwords that the compose files hand to their containers, each once, in docker/secrets; what is there stays.
set -euo pipefail
cd "$(dirname "$0")"
# The folder keeps others on this machine out; in the container each file is read by an account of another number.
install -d -m 700 secrets
for name in mysql-root mysql-citycase mysql-group citycase-admin citycase-metrics; do
  # The end gives each what the service asks of a password: a sign, both sizes of letters, a digit. No member of the
  # group takes one of more than 32 characters.
  [ -s "secrets/$name" ] || (umask 022 && { head -c 21 /dev/urandom | base64 | tr -d '+/=\n' && printf %s -Aa1; } >"secrets/$name")
done
echo "The first password of the administrator is in docker/secrets/citycase-admin."
