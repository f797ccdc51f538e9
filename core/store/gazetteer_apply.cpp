// SPDX-License-Identifier: MIT
#include "core/store/gazetteer_repository.h"

#include "core/store/row_values.h"

namespace reeve::store {

namespace {

using domain::GazetteerChange;

// Writes one row of a gazetteer file into one generation.
class RowWriter
{
public:
    RowWriter(Connection &connection, qint64 generation, GazetteerChange change)
        : m_connection(connection),
          m_generation(generation),
          m_isRemoval(change == GazetteerChange::Delete)
    {}

    Result<> operator()(const domain::GazetteerOther &) const { return {}; }
    Result<> operator()(const domain::GazetteerHeader &) const { return {}; }
    Result<> operator()(const domain::GazetteerTrailer &) const { return {}; }

    Result<> operator()(const domain::GazetteerStreet &street) const
    {
        auto statement = prepare(m_isRemoval ? u"gazetteer_street_remove" : u"gazetteer_street_put");
        if (!statement)
            return fail(statement);
        statement->bind(u":usrn", street.usrn);
        statement->bind(u":language", street.language);
        if (!m_isRemoval) {
            statement->bind(u":street", street.street);
            statement->bind(u":locality", street.locality);
            statement->bind(u":town", street.town);
        }
        if (const Result<> done = runOnly(*statement); !done)
            return done;
        return markChanged(u"gazetteer_street_changed", u":usrn", street.usrn);
    }

    Result<> operator()(const domain::GazetteerProperty &property) const
    {
        auto statement = prepare(m_isRemoval ? u"gazetteer_property_remove" : u"gazetteer_property_put");
        if (!statement)
            return fail(statement);
        statement->bind(u":uprn", property.uprn);
        if (!m_isRemoval) {
            statement->bind(u":status", qint64(property.status));
            statement->bind(u":postcode", property.postcode);
            statement->bind(u":organisation", property.organisation.value_or(QString()));
            statement->bind(u":tells_organisation", qint64(property.organisation.has_value()));
        }
        if (const Result<> done = runOnly(*statement); !done)
            return done;
        return markChanged(u"gazetteer_property_changed", u":uprn", property.uprn);
    }

    Result<> operator()(const domain::GazetteerAddress &address) const
    {
        if (m_isRemoval) {
            if (const Result<> done = runKeyed(u"gazetteer_search_remove_keyed", address.key); !done)
                return done;
            return runKeyed(u"gazetteer_address_remove", address.key);
        }
        auto statement = prepare(u"gazetteer_address_put");
        if (!statement)
            return fail(statement);
        statement->bind(u":key", address.key);
        statement->bind(u":uprn", address.uprn);
        statement->bind(u":usrn", address.usrn);
        statement->bind(u":language", address.language);
        statement->bind(u":status", qint64(address.status));
        statement->bind(u":unit", address.unit);
        statement->bind(u":building", address.building);
        statement->bind(u":house_number", address.houseNumber);
        statement->bind(u":postcode", address.postcode);
        return runOnly(*statement);
    }

    Result<> operator()(const domain::GazetteerOrganisation &organisation) const
    {
        auto statement = prepare(u"gazetteer_organisation_put");
        if (!statement)
            return fail(statement);
        statement->bind(u":uprn", organisation.uprn);
        statement->bind(u":organisation", m_isRemoval ? QString() : organisation.name);
        if (const Result<> done = runOnly(*statement); !done)
            return done;
        return markChanged(u"gazetteer_property_changed", u":uprn", organisation.uprn);
    }

private:
    [[nodiscard]] Result<Statement> prepare(QStringView query) const
    {
        auto statement = m_connection.prepare(query);
        if (statement)
            statement->bind(u":generation", m_generation);
        return statement;
    }

    [[nodiscard]] Result<> runKeyed(QStringView query, const QString &key) const
    {
        auto statement = prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(u":key", key);
        return runOnly(*statement);
    }

    [[nodiscard]] Result<> markChanged(QStringView query, QStringView key, qint64 number) const
    {
        auto statement = prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(key, number);
        return runOnly(*statement);
    }

    Connection &m_connection;
    qint64 m_generation;
    bool m_isRemoval;
};

} // namespace

Result<> GazetteerRepository::apply(qint64 generation, const domain::GazetteerRow &row) const
{
    return std::visit(RowWriter(m_connection, generation, row.change), row.record);
}

} // namespace reeve::store
