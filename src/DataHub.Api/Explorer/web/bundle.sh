#!/bin/sh
# Bundles GraphiQL with what it needs into the folder named: bundle.sh FOLDER. Without npm, or out of reach of its registry, there is no
# bundle, and the page says so; that is no reason for a build to fail.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
folder=$1

skip() { echo "The explorer is not bundled: $*"; exit 0; }
has() { command -v "$1" >/dev/null 2>&1; }
has npm && has tar && has sha512sum || skip "npm, tar or sha512sum is missing"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent graphiql@4.1.2 react@18.3.1 react-dom@18.3.1 >/dev/null 2>&1 || skip "npm could not fetch its packages"
sha512sum --check --status "$here/packages.sha512" || { echo "The explorer's packages are not those that were reviewed." >&2; exit 1; }
for package in graphiql-4.1.2 react-18.3.1 react-dom-18.3.1; do
    mkdir "$package"
    tar xzf "$package.tgz" -C "$package" --strip-components 1
done

mkdir -p "$folder"
cp graphiql-4.1.2/graphiql.min.css "$folder/graphiql.css"
cp "$here/index.html" "$here/explorer.css" "$here/explorer.js" "$folder"
for package in graphiql-4.1.2 react-18.3.1; do
    printf '%s\n\n' "$package"
    cat "$package/LICENSE"
    echo
done >"$folder/licences.txt"
# The source maps stay behind, and so do the lines that name them.
cat react-18.3.1/umd/react.production.min.js react-dom-18.3.1/umd/react-dom.production.min.js graphiql-4.1.2/graphiql.min.js |
    sed '/^\/\/# sourceMappingURL=/d' >"$folder/graphiql.js.new"
mv "$folder/graphiql.js.new" "$folder/graphiql.js"
