// SPDX-License-Identifier: MIT
#include "ui/parts/row_choice.h"

#include <QAbstractItemView>
#include <QPersistentModelIndex>

namespace reeve::ui {

RowChoice::RowChoice(QAbstractItemModel *model, QObject *parent) : QItemSelectionModel(model, parent) {}

RowChoice *RowChoice::of(QAbstractItemView *view)
{
    QItemSelectionModel *before = view->selectionModel();
    auto *choice = new RowChoice(view->model(), view);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection); // in others the selected row has no action
    view->setSelectionModel(choice);
    delete before;
    return choice;
}

void RowChoice::select(const QModelIndex &index, SelectionFlags command)
{
    // Keyboard, mouse and program say "clear, then select"; only the accessible action says one of these alone.
    const bool isAction = index.isValid() && (command == Select || command == Deselect);
    if (!isAction) {
        QItemSelectionModel::select(index, command);
        return;
    }
    setCurrentIndex(index, ClearAndSelect);
    // Later: whoever is told may take the rows away, and the accessible is still at work on this one.
    QMetaObject::invokeMethod(
        this,
        [this, row = QPersistentModelIndex(index)] {
            if (row.isValid())
                emit chosen(row);
        },
        Qt::QueuedConnection);
}

void RowChoice::select(const QItemSelection &selection, SelectionFlags command)
{
    if (command == NoUpdate || selection.isEmpty()) {
        QItemSelectionModel::select(selection, command);
        return;
    }
    const QModelIndexList rows = selection.indexes();
    const QModelIndex one = rows.contains(currentIndex()) ? currentIndex() : rows.constFirst();
    QItemSelectionModel::select(QItemSelection(one, one), ClearAndSelect);
}

} // namespace reeve::ui
