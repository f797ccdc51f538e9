// SPDX-License-Identifier: MIT
// One key for each answer: what a key means here, whatever it means in the window beneath.
#include "ui/duplicates/duplicates_panel.h"

#include <QKeyEvent>
#include <QListView>

namespace reeve::ui {

using domain::PairVerdict;

void DuplicatesPanel::step(int by)
{
    const int row = m_list->currentIndex().row() + by;
    if (row >= 0 && row < m_viewModel->model().rowCount())
        m_list->setCurrentIndex(m_viewModel->model().index(row));
}

bool DuplicatesPanel::keyPressed(const QKeyEvent &press)
{
    const bool isChoosing = m_viewModel->pair().isChoosing();
    const auto modifiers = press.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    const bool isEnter = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    const bool decides = isEnter || press.key() == Qt::Key_S || press.key() == Qt::Key_N || press.key() == Qt::Key_L ||
                         press.key() == Qt::Key_Z || press.key() == Qt::Key_T || press.key() == Qt::Key_D;
    if (press.isAutoRepeat() && decides)
        return true; // a key that is held down decides once
    if (modifiers == Qt::ControlModifier) {
        if (press.key() == Qt::Key_Z)
            m_viewModel->undo();
        else if (isEnter && isChoosing)
            m_viewModel->pair().merge();
        else
            return false;
        return true;
    }
    if (modifiers != Qt::NoModifier)
        return false;
    if (isChoosing) {
        if (press.key() == Qt::Key_Escape)
            setChoosing(false);
        return press.key() == Qt::Key_Escape;
    }
    const bool isDecided = m_viewModel->isDecidedList();
    if (press.key() == Qt::Key_D)
        changeList();
    else if (press.key() == Qt::Key_T && isDecided)
        m_viewModel->takeBack();
    else if (isDecided)
        return decides && !isEnter; // no answer of the other list
    else if (press.key() == Qt::Key_S || isEnter)
        setChoosing(true);
    else if (press.key() == Qt::Key_N)
        m_viewModel->decide(PairVerdict::NotSame);
    else if (press.key() == Qt::Key_L)
        m_viewModel->decide(PairVerdict::Later);
    else
        return false;
    return true;
}

bool DuplicatesPanel::event(QEvent *event)
{
    // Ctrl+Enter and Ctrl+Z mean what is shown here, whatever they mean in the window beneath.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if ((isEnter || press->key() == Qt::Key_Z) && press->modifiers().testFlag(Qt::ControlModifier))
            event->accept();
    }
    return Overlay::event(event);
}

bool DuplicatesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && keyPressed(*static_cast<QKeyEvent *>(event)))
        return true;
    return Overlay::eventFilter(watched, event);
}

void DuplicatesPanel::keyPressEvent(QKeyEvent *event)
{
    if (!keyPressed(*event))
        Overlay::keyPressEvent(event);
}

} // namespace reeve::ui
