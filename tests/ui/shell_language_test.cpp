// SPDX-License-Identifier: MIT
#include "ui/person/person_words.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct Message
{
    QString source;
    QStringList forms;
    bool isUnfinished = false;
};

std::vector<Message> messagesOf(const QString &file)
{
    QFile ts(file);
    REQUIRE(ts.open(QIODevice::ReadOnly));
    std::vector<Message> messages;
    QXmlStreamReader xml(&ts);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"message"_s)
            messages.emplace_back();
        else if (xml.name() == u"source"_s)
            messages.back().source = xml.readElementText();
        else if (xml.name() == u"numerusform"_s)
            messages.back().forms.append(xml.readElementText());
        else if (xml.name() == u"translation"_s) {
            messages.back().isUnfinished = xml.attributes().hasAttribute(u"type"_s);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (!text.trimmed().isEmpty())
                messages.back().forms.append(text);
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression place(u"%\\d"_s);
    QStringList found;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

TEST_CASE("no Welsh sentence is missing or unfinished, and none loses a placeholder", "[language]")
{
    const auto messages = messagesOf(test::sourcePath(u"translations/reeve_cy.ts"_s));
    REQUIRE(messages.size() > 400);
    for (const Message &message : messages) {
        INFO(message.source.toStdString());
        CHECK_FALSE(message.isUnfinished);
        REQUIRE_FALSE(message.forms.isEmpty());
        if (!message.source.contains(u"%n"_s))
            CHECK(placeholders(message.forms.constFirst()) == placeholders(message.source));
    }
}

TEST_CASE("the window speaks Welsh at once, and English again", "[language]")
{
    ui::Language language;
    const QString english = ui::words(ErrorCode::Offline);
    language.use(ui::Tongue::Welsh);
    const QString welsh = ui::words(ErrorCode::Offline);
    CHECK(welsh.contains(u"ganolfan"_s));
    CHECK(ui::nameOf(ui::Command::Lock) == u"Cuddio'r sgrin a chloi"_s);
    CHECK(ui::contactLabelWords(u"mobile"_s) == u"symudol"_s);
    CHECK(ui::contactLabelWords(u"caravan"_s) == u"caravan"_s); // as somebody has written it
    language.use(ui::Tongue::English);
    CHECK(ui::words(ErrorCode::Offline) == english);
    CHECK(ui::nameOf(ui::Command::Lock) == u"Hide the screen and lock"_s);
}

TEST_CASE("every command has a name in Welsh, and no two share a key", "[language]")
{
    const ui::Language language;
    QStringList keys;
    int index = 0;
    for (const ui::CommandText &command : ui::allCommands()) {
        INFO(command.name);
        CHECK(static_cast<int>(command.command) == index++);
        CHECK_FALSE(language.inWelsh("Commands", command.name).isEmpty());
        const QString key = QString::fromLatin1(command.key);
        if (key.isEmpty())
            continue;
        CHECK_FALSE(keys.contains(key));
        keys.append(key);
    }
}

TEST_CASE("every error says what happened and what was kept, in a sentence of its own", "[words]")
{
    QStringList said;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const QString words = ui::words(static_cast<ErrorCode>(code));
        INFO(words.toStdString());
        CHECK(words.endsWith(u'.'));
        CHECK(words.size() > 40);
        CHECK_FALSE(said.contains(words));
        said.append(words);
    }
}

TEST_CASE("times are London's on both sides of a clock change", "[words]")
{
    // 25 October 2026, 00:30 and 01:30 UTC: half past one, twice.
    CHECK(ui::timeWords(Instant{1792888200000ms}) == u"01:30"_s);
    CHECK(ui::timeWords(Instant{1792891800000ms}) == u"01:30"_s);
    CHECK(ui::londonDate(Instant{1792882800000ms}) == QDate(2026, 10, 25)); // 23:00 UTC is the next day in summer
    CHECK(ui::durationWords(161s) == u"02:41"_s);
    CHECK(ui::durationWords(3761s) == u"1:02:41"_s);
    CHECK(ui::dayWords(QDate(2026, 11, 22), QDate(2026, 11, 22)) == u"Today"_s);
}
