// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>
#include <QPointer>

namespace reeve::ui {

// A card over the window that is no dialog: it never blocks, Esc or a click beside it closes it, and the focus goes
// back to where it was. Tab stays inside while it is open.
class Overlay : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Overlay)

public:
    enum class Place { Top, Centre, Right };

    // Lies over all of `over`. `width` in grid steps, shrunk when there is less room.
    Overlay(Place place, int width, QWidget *over);

    [[nodiscard]] bool isOpen() const { return isVisible(); }

public slots:
    void open();
    void close();

signals:
    void closed();

protected:
    // What the card holds.
    void setContent(QWidget *content);
    // Where the focus goes on open().
    virtual QWidget *firstFocus() = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    const Place m_place;
    const int m_width;
    QFrame *m_card;
    QPointer<QWidget> m_focusBefore;
};

} // namespace reeve::ui
