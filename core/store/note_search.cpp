// SPDX-License-Identifier: MIT
#include "core/store/note_search.h"

#include "core/store/reason_lines.h"
#include "core/store/row_values.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

constexpr std::size_t mostWords = 12;
constexpr qsizetype longestWord = 100;
// As note_search.sql writes them: of the private use area, so that no note of ours holds them.
constexpr QChar markBegins(0xE000);
constexpr QChar markEnds(0xE001);

// What the tokenizer makes words of.
bool isWord(const QString &text)
{
    const auto letters = text.toUcs4();
    return std::any_of(letters.cbegin(), letters.cend(), [](char32_t c) { return QChar::isLetterOrNumber(c); });
}

// As an FTS5 string: whatever stands between the quotes is text.
QString quoted(QString text)
{
    text.remove(QChar(u'\0'));
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString expressionFor(const std::vector<NoteWord> &words)
{
    QStringList all;
    for (const NoteWord &word : words) {
        if (all.size() == mostWords)
            break;
        const QString text = word.text.left(longestWord);
        if (!isWord(text))
            continue;
        QString any = u"notes : "_s + quoted(text) + (word.isPrefix ? u" *"_s : QString());
        for (const domain::ReasonCode &reason : word.reasons)
            any += u" OR reasons : "_s + quoted(reason);
        all << u'(' + any + u')';
    }
    return all.join(u" AND "_s);
}

void readSnippet(const QString &marked, NoteMatch &match)
{
    match.snippet.reserve(marked.size());
    qsizetype begun = -1;
    for (const QChar letter : marked) {
        if (letter == markBegins) {
            begun = match.snippet.size();
        } else if (letter == markEnds) {
            if (begun >= 0 && match.snippet.size() > begun)
                match.marks.push_back({begun, match.snippet.size() - begun});
            begun = -1;
        } else {
            const bool isBreak = letter.isSpace() || letter.category() == QChar::Other_Control;
            match.snippet += isBreak ? QChar(u' ') : letter;
        }
    }
}

// Of note_search.
Result<NoteMatch> readMatch(const Statement &row)
{
    const auto channel = domain::parseChannel(row.text(3));
    const auto direction = domain::parseDirection(row.text(4));
    if (!channel)
        return fail(channel);
    if (!direction)
        return fail(direction);
    NoteMatch match;
    match.interaction = readId<domain::InteractionId>(row, 0);
    match.person = readOptionalId<domain::PersonId>(row, 1);
    match.startedAt = fromMilliseconds(row.integer(2));
    match.channel = *channel;
    match.direction = *direction;
    match.reasons = readReasons(row, 5);
    readSnippet(row.text(6), match);
    return match;
}

} // namespace

Result<std::vector<NoteMatch>> NoteSearch::search(const std::vector<NoteWord> &words, int limit) const
{
    const QString expression = expressionFor(words);
    if (expression.isEmpty() || limit <= 0)
        return std::vector<NoteMatch>();
    auto statement = m_connection.prepare(u"note_search");
    if (!statement)
        return fail(statement);
    statement->bind(u":words", expression);
    statement->bind(u":limit", qint64{limit});
    return readAll(*statement, readMatch);
}

} // namespace reeve::store
