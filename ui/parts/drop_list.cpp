// SPDX-License-Identifier: MIT
#include "ui/parts/drop_list.h"

#include "ui/parts/message_line.h"
#include "ui/parts/row_choice.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rowsShown = 13;
constexpr qreal narrowest = 52; // in steps of the grid: the rows grow with the text
constexpr qreal widest = 95;

} // namespace

DropList::DropList(QWidget *field, QAbstractItemModel *model)
    : QFrame(field),
      m_field(field),
      m_words(new MessageLine(u"secondary"_s, this)),
      m_list(new QListView(this))
{
    setObjectName(u"dropList"_s);
    setProperty("role", u"card"_s);
    setAutoFillBackground(true);
    m_words->setContentsMargins(12, 8, 12, 4);
    m_list->setModel(model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setWordWrap(true); // rows are measured anew in another width
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(0);
    column->addWidget(m_words);
    column->addWidget(m_list);
    hide();

    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit chosen(index.row()); });
    connect(RowChoice::of(m_list), &RowChoice::chosen, this,
            [this](const QModelIndex &index) { emit chosen(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid())
            return;
        QAccessibleEvent reached(m_list, QAccessible::Focus); // so that the row is read while the field has the focus
        reached.setChild(index.row());
        QAccessible::updateAccessibility(&reached);
    });
    connect(field, &QObject::destroyed, this, &QObject::deleteLater);
    field->installEventFilter(this);
}

void DropList::setDelegate(QAbstractItemDelegate *delegate)
{
    delegate->setParent(m_list);
    m_list->setItemDelegate(delegate);
}

void DropList::setListName(const QString &accessibleName)
{
    m_list->setAccessibleName(accessibleName);
}

void DropList::say(const QString &words)
{
    if (m_words->text() != words) // not read out at every key
        m_words->say(words);
}

void DropList::open()
{
    QWidget *window = m_field->window();
    if (parentWidget() != window) {
        setParent(window);
        window->installEventFilter(this);
    }
    show(); // rows are measured in the width that they are shown in
    raise();
    place();
}

void DropList::fold()
{
    hide();
    m_words->say({}); // the same is said again when it opens
}

int DropList::currentRow() const
{
    return m_list->currentIndex().row();
}

void DropList::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_list->model()->index(row, 0));
}

void DropList::step(int by)
{
    const int count = m_list->model()->rowCount();
    if (count > 0)
        setCurrentRow((qMax(currentRow(), 0) + by + count) % count);
}

void DropList::place()
{
    QWidget *window = m_field->window();
    const QPoint below = m_field->mapTo(window, QPoint(0, m_field->height() + 2));
    const int wide = qBound(grid(narrowest), m_field->width(), grid(widest));
    const int x = qMax(8, qMin(below.x(), window->width() - wide - 8)); // of a field at the right edge
    const int width = qMin(wide, window->width() - x - 8);
    ensurePolished(); // rows are measured as they will be drawn
    m_list->ensurePolished();
    resize(width, height());
    m_list->setVisible(m_list->model()->rowCount() > 0); // an empty one would take the room of the words
    layout()->activate();                                // so that the list has its width
    const int shown = qMin(m_list->model()->rowCount(), rowsShown);
    int rows = 0;
    for (int row = 0; row < shown; ++row)
        rows += m_list->sizeHintForRow(row);
    const int words = m_words->isHidden() ? 0 : m_words->heightForWidth(width - 8);
    const int tall = rows + words + 14;
    const int roomBelow = window->height() - below.y() - 8;
    const int roomAbove = below.y() - m_field->height() - 12;
    if (tall > roomBelow && roomAbove > roomBelow) { // a field at the foot of the window
        const int height = qMin(tall, roomAbove);
        setGeometry(x, below.y() - m_field->height() - 4 - height, width, height);
        return;
    }
    setGeometry(x, below.y(), width, qMin(tall, roomBelow));
}

bool DropList::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Down:
        step(currentRow() < 0 ? 0 : 1);
        return true;
    case Qt::Key_Up:
        step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentRow() < 0)
            return false;
        emit chosen(currentRow());
        return true;
    case Qt::Key_Escape:
        fold();
        return true;
    default:
        return false;
    }
}

bool DropList::takesKey(QKeyEvent &press)
{
    if (press.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier))
        return false;
    if (press.type() == QEvent::KeyPress)
        return keyPressed(press.key());
    if (press.key() != Qt::Key_Escape)
        return false;
    press.accept(); // it closes the list, not what the field is in
    return true;
}

bool DropList::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (m_takesKeys && isKey && watched == m_field && isOpen())
        return takesKey(*static_cast<QKeyEvent *>(event));
    if (watched == m_field && event->type() == QEvent::FocusOut)
        fold();
    else if (isVisible() && (event->type() == QEvent::Resize || event->type() == QEvent::Move) && watched != this)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace reeve::ui
