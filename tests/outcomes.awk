# Reads reports of xunit (XML), and prints one line a test: outcome, name, reason, with tabs between.
# A tool that a class fixture misses comes as a failure of its tests, and is told as what it is: a skipped test.

# A record begins with the name of its tag.
BEGIN { RS = "<" }
function plain(text) {
    gsub(/[\t\r\n]+/, " ", text)
    gsub(/\\?&quot;/, "\"", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&amp;/, "\\&", text)
    return text
}
function attribute(name) {
    if (!match($0, " " name "=\"[^\"]*\"")) return ""
    return plain(substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4))
}
function report() {
    if (outcome != "") print outcome "\t" name "\t" reason
    outcome = reason = ""
}
$1 == "test" {
    report()
    name = attribute("name")
    result = attribute("result")
    outcome = result == "Pass" ? "passed" : result == "Skip" ? "skipped" : result == "Fail" ? "failed" : ""
}
$1 == "error" { report(); outcome = "failed"; name = attribute("type") " " attribute("name") }
outcome == "failed" && match($0, /\$XunitDynamicSkip\$[^\n]*/) {
    outcome = "skipped"
    reason = plain(substr($0, RSTART + length("$XunitDynamicSkip$"), RLENGTH))
}
outcome == "skipped" && index($0, "reason>") == 1 { reason = plain(substr($0, length("reason>") + 1)) }
END { report() }
