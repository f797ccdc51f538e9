// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QListView;

namespace reeve::ui {

class MessageLine;

// A list that drops under a field while one types in it, or stands above it where there is more room. It never takes
// the focus: the field keeps it and passes on the keys. A child of the window rather than a popup, so that no other
// input is held up.
class DropList final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DropList)

public:
    // `field` must not be deleted before the window it is in, or takes this with it.
    DropList(QWidget *field, QAbstractItemModel *model);

    void setDelegate(QAbstractItemDelegate *delegate); // taken over
    void setListName(const QString &accessibleName);
    void say(const QString &words); // a line above the rows: how many there are, or what went wrong

    void open();
    void fold();
    [[nodiscard]] bool isOpen() const { return isVisible(); }
    [[nodiscard]] int currentRow() const;
    void setCurrentRow(int row);
    void step(int by); // around the ends
    // For a field whose other keys mean nothing to the list: while it is open, Down and Up move, Enter chooses, Escape
    // folds it. Without this the field's owner passes on what it likes.
    void takeKeys() { m_takesKeys = true; }

signals:
    void chosen(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    [[nodiscard]] bool keyPressed(int key);
    [[nodiscard]] bool takesKey(QKeyEvent &press);

    QWidget *m_field;
    MessageLine *m_words;
    QListView *m_list;
    bool m_takesKeys = false;
};

} // namespace reeve::ui
