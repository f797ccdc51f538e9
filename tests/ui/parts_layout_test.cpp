// SPDX-License-Identifier: MIT
// Words and choices where there is little room for them.
#include "ui/parts/clamped_text.h"
#include "ui/parts/columns_layout.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

const QString story =
    u"The brown bin was missed on Monday and again this morning; the lorry went past at about seven."_s;

} // namespace

TEST_CASE("a text with too little room is broken into lines, and only the last of them is cut", "[parts]")
{
    const QFont font = QApplication::font();
    const QFontMetrics metrics(font);
    const int width = metrics.horizontalAdvance(u"The brown bin was missed on"_s) + 2;
    const QStringList lines = ui::clampedText(story, font, width, 2).split(u'\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == u"The brown bin was missed on"_s);
    CHECK(lines[1].startsWith(u"Monday"_s));
    CHECK(lines[1].endsWith(u'…'));
    for (const QString &line : lines)
        CHECK(metrics.horizontalAdvance(line) <= width);
}

TEST_CASE("a text that fits loses nothing but its breaks", "[parts]")
{
    const QFont font = QApplication::font();
    CHECK(ui::clampedText(u"First line\nSecond line"_s, font, 1000, 2) == u"First line Second line"_s);
    CHECK(ui::clampedText(QString(), font, 100, 2).isEmpty());
    const QString whole = ui::clampedText(story, font, 150, 100);
    CHECK_FALSE(whole.contains(u'…'));
    CHECK(whole.simplified() == story);
}

TEST_CASE("a word wider than its room is broken rather than lost", "[parts]")
{
    const QFont font = QApplication::font();
    const QString word = u"Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"_s;
    QString shown = ui::clampedText(word, font, 100, 100);
    CHECK(shown.contains(u'\n'));
    CHECK(shown.remove(u'\n') == word);
}

TEST_CASE("choices stand in columns that are read downwards, as many as there is room for", "[parts]")
{
    QWidget sheet;
    auto *columns = new ui::ColumnsLayout(4, &sheet);
    std::vector<QPushButton *> choices;
    for (const QString &words : {u"1 a"_s, u"2 bb"_s, u"3 a longer one"_s, u"4 d"_s, u"5 e"_s}) {
        choices.push_back(new QPushButton(words, &sheet));
        columns->addWidget(choices.back());
        choices.back()->show();
    }
    const int widest = choices[2]->sizeHint().width();
    const int high = columns->heightForWidth(10);
    const int low = columns->heightForWidth(2 * widest + 20);
    CHECK(low < high);
    sheet.resize(2 * widest + 20, low);
    columns->setGeometry(sheet.rect());
    CHECK(choices[2]->x() == choices[0]->x());
    CHECK(choices[2]->y() > choices[1]->y());
    CHECK(choices[3]->y() == choices[0]->y());
    CHECK(choices[3]->x() > choices[0]->x() + widest);
    CHECK(choices[4]->x() == choices[3]->x());
    columns->setGeometry(QRect(0, 0, widest, high));
    CHECK(choices[4]->x() == choices[0]->x());
    CHECK(choices[4]->y() > choices[3]->y());
    CHECK(choices[4]->geometry().bottom() <= high);
}
