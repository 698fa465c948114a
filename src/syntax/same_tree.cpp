#include <string>
#include <type_traits>

#include "syntax/parser.hpp"
#include "syntax/tree_fields.hpp"

namespace synod::syntax {

namespace {

/// One overload for each way in which trees are built; nodes themselves are compared field by field. (Members
/// of a struct, since these see each other whatever their order.)
struct Comparison {
  template <typename T>
  static bool same(const std::unique_ptr<T>& left, const std::unique_ptr<T>& right) {
    if (!left || !right) return !left && !right;
    return same(*left, *right);
  }

  template <typename T>
  static bool same(const std::optional<T>& left, const std::optional<T>& right) {
    if (!left || !right) return !left && !right;
    return same(*left, *right);
  }

  template <typename T>
  static bool same(const std::vector<T>& left, const std::vector<T>& right) {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
      if (!same(left[i], right[i])) return false;
    }
    return true;
  }

  template <typename... Alternatives>
  static bool same(const std::variant<Alternatives...>& left, const std::variant<Alternatives...>& right) {
    if (left.index() != right.index()) return false;
    return std::visit(
        [&right](const auto& alternative) {
          return same(alternative, std::get<std::decay_t<decltype(alternative)>>(right));
        },
        left);
  }

  template <typename T>
  static bool same(const T& left, const T& right) {
    if constexpr (std::is_arithmetic_v<T> || std::is_enum_v<T> || std::is_same_v<T, std::string>) {
      return left == right;
    } else {
      const auto others = fields(right);
      return std::apply(
          [&others](const auto&... mine) {
            return std::apply([&mine...](const auto&... theirs) { return (same(mine, theirs) && ...); },
                              others);
          },
          fields(left));
    }
  }
};

}  // namespace

bool same_tree(const Module& left, const Module& right) { return Comparison::same(left, right); }
bool same_tree(const Expression& left, const Expression& right) { return Comparison::same(left, right); }

}  // namespace synod::syntax
