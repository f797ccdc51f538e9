// SPDX-License-Identifier: MIT
#include "ui/shell/overlay.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

Overlay::Overlay(Place place, int width, QWidget *over)
    : QFrame(over),
      m_place(place),
      m_width(width),
      m_card(new QFrame(this))
{
    m_card->setProperty("role", u"card"_s);
    (new QVBoxLayout(m_card))->setContentsMargins(0, 0, 0, 0);
    over->installEventFilter(this);
    hide();
}

void Overlay::setContent(QWidget *content)
{
    m_card->layout()->addWidget(content);
}

void Overlay::open()
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    raise();
    show();
    place();
    if (QWidget *first = firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void Overlay::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    emit closed();
}

void Overlay::place()
{
    const QRect room = rect().adjusted(grid(2), grid(2), -grid(2), -grid(2));
    const int width = std::min(grid(m_width), room.width());
    m_card->setFixedWidth(width);
    const int wanted =
        m_card->layout()->hasHeightForWidth() ? m_card->layout()->heightForWidth(width) : m_card->sizeHint().height();
    switch (m_place) {
    case Place::Top:
        m_card->setGeometry(room.center().x() - width / 2, room.top() + grid(6), width,
                            std::min(wanted, room.height() - grid(6)));
        break;
    case Place::Centre:
        m_card->setGeometry(room.center().x() - width / 2, std::max(room.top(), room.center().y() - wanted / 2), width,
                            std::min(wanted, room.height()));
        break;
    case Place::Right:
        m_card->setGeometry(rect().right() + 1 - width, 0, width, height());
        break;
    }
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor scrim = Theme::applied().isDark ? QColor(Qt::black) : Theme::applied().ink.ink;
    scrim.setAlphaF(Theme::applied().isDark ? 0.55F : 0.28F);
    painter.fillRect(rect(), scrim);
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->pos()))
        close();
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from))
        return false;
    for (QWidget *to = next ? from->nextInFocusChain() : from->previousInFocusChain(); to != from;
         to = next ? to->nextInFocusChain() : to->previousInFocusChain()) {
        if (isAncestorOf(to) && to->isVisible() && to->isEnabled() && (to->focusPolicy() & Qt::TabFocus)) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            break;
        }
    }
    return true;
}

} // namespace reeve::ui
