// SPDX-License-Identifier: MIT
#include "ui/person/told_line.h"

#include "ui/person/summary_label.h"
#include "ui/person/told_words.h"
#include "ui/shell/commands.h"
#include "ui/theme/icons.h"
#include "ui/words/spoken.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::UnreachableWhy;

namespace {

QLabel *words(const QString &text, const QString &role, QWidget *parent)
{
    QLabel *made = summaryLabel(text, role, parent);
    made->setAccessibleName(spoken(text));
    return made;
}

} // namespace

ToldLine::ToldLine(const QString &field, const Words &told, QWidget *parent)
    : QFrame(parent),
      m_field(field),
      m_isPhone(told.icon == u"telephone")
{
    setProperty("role", u"told"_s);
    setObjectName(u"told:"_s + field.section(u'/', 0, 0));
    setFocusPolicy(Qt::StrongFocus);
    QStringList said{told.text, told.second, told.grey};
    said.removeAll(QString());
    setAccessibleName(spoken(said.join(u", "_s)));
    setAccessibleDescription(told.provenance);
    setToolTip(told.provenance);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 1, 4, 1); // and the border: the ring keeps off the words
    row->setSpacing(8);
    if (!told.icon.isEmpty()) {
        auto *mark = new QLabel(this);
        mark->setPixmap(iconPixmap(told.icon, told.iconRole, fontMetrics().height() - 1, devicePixelRatioF()));
        row->addWidget(mark, 0, Qt::AlignTop);
    }
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    if (!told.text.isEmpty()) {
        QLabel *value = words(told.text, told.isStruck ? u"struck"_s : told.isStrong ? u"strong"_s : QString(), this);
        if (told.isStruck) {
            QFont font = value->font();
            font.setStrikeOut(true);
            value->setFont(font);
        }
        column->addWidget(value);
    }
    if (!told.second.isEmpty())
        column->addWidget(words(told.second, {}, this));
    if (!told.grey.isEmpty())
        column->addWidget(words(told.grey, told.isStruck ? u"attentionSmall"_s : u"secondary"_s, this));
    row->addLayout(column, 1);
}

domain::ContactKind ToldLine::kind() const
{
    return m_isPhone ? domain::ContactKind::Phone : domain::ContactKind::Email;
}

bool ToldLine::canBeUnreachable() const
{
    return !services::unreachableReasons(m_field, kind()).empty();
}

void ToldLine::askWhyUnreachable()
{
    if (canBeUnreachable())
        openMenu(mapToGlobal(rect().bottomLeft()), false);
}

void ToldLine::openMenu(const QPoint &at, bool withConfirm)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (withConfirm) {
        QAction *confirm = menu->addAction(tr("Still right   %1").arg(keyWords(Command::StillRight)));
        connect(confirm, &QAction::triggered, this, [this] { emit confirmRequested(m_field); });
    }
    for (const UnreachableWhy why : services::unreachableReasons(m_field, kind())) {
        QAction *reason = menu->addAction(tr("Reaches nobody: %1").arg(unreachableWords(services::toCode(why))));
        connect(reason, &QAction::triggered, this, [this, why] { emit unreachableChosen(m_field, why); });
    }
    if (!withConfirm && !menu->actions().isEmpty())
        menu->setActiveAction(menu->actions().constFirst());
    menu->popup(at);
}

void ToldLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && canBeUnreachable())
        askWhyUnreachable();
    else
        QFrame::keyPressEvent(event);
}

void ToldLine::contextMenuEvent(QContextMenuEvent *event)
{
    openMenu(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().bottomLeft()) : event->globalPos(),
             true);
}

} // namespace reeve::ui
