// SPDX-License-Identifier: MIT
#include "tests/architecture/source_tree.h"
#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace reeve::test;

TEST_CASE("every source file names its licence in its first lines", "[architecture]")
{
    const QStringList endings{u".h"_s, u".cpp"_s, u".sql"_s, u"CMakeLists.txt"_s, u".qss"_s, u".sh"_s, u".py"_s};
    for (const SourceFile &file :
         sourceFiles({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s, u"packaging"_s, u"resources"_s}, endings)) {
        INFO(file.path.toStdString());
        CHECK(file.lines.mid(0, 3).join(u'\n').contains(u"SPDX-License-Identifier: MIT"));
    }
}

TEST_CASE("string-typed signals, nested event loops and modal exec() are not used", "[architecture]")
{
    static const QRegularExpression banned(
        uR"(\b(SIGNAL|SLOT)\s*\(|\bsender\(\)|QMessageBox::(question|warning|critical|information))"_s);
    for (const SourceFile &file : sourceFiles({u"core"_s, u"ui"_s, u"app"_s}, {u".h"_s, u".cpp"_s})) {
        for (const QString &line : file.lines) {
            INFO(file.path.toStdString() << ": " << line.toStdString());
            CHECK_FALSE(banned.match(line).hasMatch());
        }
    }
}

TEST_CASE("every main folder explains itself, and every decision says decision, plus, minus and risks",
          "[architecture]")
{
    const QDir root(sourcePath());
    for (const QString &folder : {u"app"_s, u"core"_s, u"ui"_s, u"tests"_s})
        CHECK(root.exists(folder + u"/README.md"_s));

    int pages = 0;
    for (const SourceFile &decision : sourceFiles({u"core/decisions"_s}, {u".md"_s})) {
        if (decision.path.endsWith(u"README.md"_s))
            continue;
        ++pages;
        const QString text = decision.lines.join(u'\n');
        INFO(decision.path.toStdString());
        for (const QString &part : {u"**Decision"_s, u"\n**+** "_s, u"\n**−** "_s, u"**Risk"_s})
            CHECK(text.contains(part));
    }
    CHECK(pages >= 6);
}

TEST_CASE("migrations are numbered without gaps and say why they exist", "[architecture]")
{
    for (const QString &folder : {u"core/store/migrations"_s, u"core/central/migrations"_s}) {
        int number = 0;
        for (const SourceFile &file : sourceFiles({folder}, {u".sql"_s})) {
            INFO(file.path.toStdString());
            CHECK(file.path.section(u'/', -1).startsWith(QStringLiteral("%1_").arg(++number, 4, 10, QLatin1Char('0'))));
            CHECK(file.lines.join(u'\n').contains(u"Why:"_s));
        }
        CHECK(number > 0);
    }
}
