// SPDX-License-Identifier: MIT
#include "tests/architecture/source_tree.h"
#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using namespace reeve::test;

namespace {

const QStringList codeFolders{u"core"_s, u"ui"_s, u"app"_s, u"tests"_s};
const QStringList codeEndings{u".h"_s, u".cpp"_s};

QHash<QString, QSet<QString>> allowedArrows()
{
    QFile file(sourcePath(u"tests/architecture/arrows.txt"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QHash<QString, QSet<QString>> arrows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QStringList targets = line.mid(colon + 1).split(u' ', Qt::SkipEmptyParts);
        arrows.insert(line.left(colon), QSet<QString>(targets.cbegin(), targets.cend()));
    }
    return arrows;
}

// "core/store/store.h" of `#include "core/store/store.h"`, or empty.
QString includedPath(const QString &line)
{
    static const QRegularExpression include(uR"re(^\s*#\s*include\s*["<]([^">]+)[">])re"_s);
    return include.match(line).captured(1);
}

} // namespace

TEST_CASE("every include follows an arrow of the table", "[architecture]")
{
    const QHash<QString, QSet<QString>> arrows = allowedArrows();
    const QSet<QString> rooms(arrows.keyBegin(), arrows.keyEnd());

    int checked = 0;
    for (const SourceFile &file : sourceFiles(codeFolders, codeEndings)) {
        const QString from = roomOf(file.path);
        INFO(file.path.toStdString());
        REQUIRE(rooms.contains(from));
        for (const QString &line : file.lines) {
            const QString included = includedPath(line);
            const QString to = roomOf(included);
            if (included.isEmpty() || !rooms.contains(to) || to == from)
                continue;
            ++checked;
            INFO(line.toStdString());
            CHECK(arrows.value(from).contains(to));
        }
    }
    CHECK(checked > 100);
}

TEST_CASE("an include of ours is written from the root, so that its arrow can be read", "[architecture]")
{
    static const QRegularExpression quoted(uR"re(^\s*#\s*include\s*"([^"]+)")re"_s);
    for (const SourceFile &file : sourceFiles(codeFolders, codeEndings)) {
        for (const QString &line : file.lines) {
            const QString included = quoted.match(line).captured(1);
            if (included.isEmpty() || included.endsWith(u".moc"))
                continue;
            INFO(file.path.toStdString() << ": " << line.toStdString());
            CHECK(QFile::exists(sourcePath(included)));
        }
    }
}

TEST_CASE("rooms keep away from what is not theirs", "[architecture]")
{
    struct Ban
    {
        QString room;
        QString pattern;
        QString why;
    };
    const std::vector<Ban> bans{
        {u"core/domain"_s, uR"(#include <Q(Sql|Thread|File|Network|Widget|Object|Timer|Tcp))"_s, u"values only"_s},
        {u"core/domain"_s, uR"(\btr\()"_s, u"words for people are made in ui"_s},
        {u"core/sync"_s, uR"(#include <Q(Sql|Thread|Timer|Tcp|Network|Random))"_s, u"the sync core is pure"_s},
        {u"core/sync"_s, uR"(currentDateTime|currentMSecs|system_clock|steady_clock|QRandomGenerator|std::thread)"_s,
         u"no clock, no random number, no thread in the sync core"_s},
        {u"core/sync"_s, uR"(\b(QHash|QSet|std::unordered_))"_s, u"no unordered iteration in the sync core"_s},
        {u"core/matching"_s, uR"(#include <Q(Sql|Abstract))"_s, u"no SQL, no item models"_s},
        {u"core/services"_s, uR"(#include <Q(Widget|Application|Icon|Color))"_s, u"no widgets below ui"_s},
        {u"ui"_s, uR"(#include <Q(Sql|Tcp|Ssl)|libpq|sqlite3|sodium)"_s, u"ui knows services only"_s},
        {u"ui"_s, uR"(\bQEventLoop\b|processEvents\(|waitForFinished\()"_s, u"the screen never waits"_s},
    };
    for (const SourceFile &file : sourceFiles({u"core"_s, u"ui"_s}, codeEndings)) {
        const QString room = roomOf(file.path);
        for (const Ban &ban : bans) {
            if (ban.room != room)
                continue;
            const QRegularExpression pattern(ban.pattern);
            for (const QString &line : file.lines) {
                if (line.trimmed().startsWith(u"//"))
                    continue;
                INFO(file.path.toStdString() << ": " << line.toStdString() << " -- " << ban.why.toStdString());
                CHECK_FALSE(pattern.match(line).hasMatch());
            }
        }
    }
}
