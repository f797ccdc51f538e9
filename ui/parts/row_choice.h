// SPDX-License-Identifier: MIT
#pragma once

#include <QItemSelectionModel>

class QAbstractItemView;

namespace reeve::ui {

// Lets the accessible action of a row choose it, as a click does. Qt's action only toggles whether the row is
// selected, without making it current and without telling anybody apart from the selection. One row is selected at a
// time: the current one.
class RowChoice final : public QItemSelectionModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowChoice)

public:
    // Replaces the selection of `view`, whose model is set already and stays; the view owns it.
    static RowChoice *of(QAbstractItemView *view);

    using QItemSelectionModel::select;
    void select(const QModelIndex &index, SelectionFlags command) override;
    void select(const QItemSelection &selection, SelectionFlags command) override;

signals:
    void chosen(const QModelIndex &index); // by the accessible action; it is current by then

private:
    RowChoice(QAbstractItemModel *model, QObject *parent);
};

} // namespace reeve::ui
