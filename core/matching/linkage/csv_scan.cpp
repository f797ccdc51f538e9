// SPDX-License-Identifier: MIT
#include "core/matching/linkage/csv_scan.h"

namespace reeve::matching {

namespace {

// The next separator or line end.
std::size_t endOfCell(std::string_view text, char separator)
{
    std::size_t end = 0;
    while (end < text.size() && text[end] != separator && text[end] != '\n' && text[end] != '\r')
        ++end;
    return end;
}

} // namespace

bool CsvScan::next(std::vector<std::string_view> &cells)
{
    cells.clear();
    m_undoneCount = 0;
    while (!m_rest.empty() && (m_rest.front() == '\n' || m_rest.front() == '\r'))
        m_rest.remove_prefix(1);
    if (m_rest.empty())
        return false;

    while (true) {
        if (!m_rest.empty() && m_rest.front() == '"') {
            cells.push_back(quoted());
        } else {
            const std::size_t end = endOfCell(m_rest, m_separator);
            cells.push_back(m_rest.substr(0, end));
            m_rest.remove_prefix(end);
        }
        if (m_rest.empty() || m_rest.front() != m_separator)
            return true;
        m_rest.remove_prefix(1);
    }
}

// From a quote to its end; a doubled quote is one. What stands between the end and the next separator is not looked at.
std::string_view CsvScan::quoted()
{
    m_rest.remove_prefix(1);
    std::size_t end = m_rest.find('"');
    std::string_view cell = m_rest.substr(0, end);
    if (end != std::string_view::npos && end + 1 < m_rest.size() && m_rest[end + 1] == '"') {
        if (m_undoneCount == m_undone.size())
            m_undone.emplace_back();
        std::string &undone = m_undone[m_undoneCount++];
        undone.clear();
        std::size_t begin = 0;
        while (end != std::string_view::npos && end + 1 < m_rest.size() && m_rest[end + 1] == '"') {
            undone.append(m_rest, begin, end + 1 - begin);
            begin = end + 2;
            end = m_rest.find('"', begin);
        }
        undone.append(m_rest, begin, end == std::string_view::npos ? end : end - begin);
        cell = undone;
    }
    m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
    m_rest.remove_prefix(endOfCell(m_rest, m_separator));
    return cell;
}

} // namespace reeve::matching
