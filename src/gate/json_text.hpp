// A JSON text whose members can be found, and changed without touching the rest: order, layout and spelling
// of everything else stay as somebody wrote them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace synod::gate {

/// Where a part of a JSON text is: the names of members and the positions in arrays that lead to it.
/// "/modules/0/models/2" in the notation of RFC 6901, of which names with '/' and '~' are not needed here.
using Pointer = std::string;

class JsonText {
 public:
  /// Levels of objects and arrays that are read.
  static constexpr int deepest = 64;

  /// `text` must be JSON (read_json accepts it).
  explicit JsonText(std::string text);
  ~JsonText();
  JsonText(JsonText&&) noexcept;
  JsonText& operator=(JsonText&&) noexcept;

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool has(const Pointer& place) const { return find(place) != nullptr; }
  /// A value as it is written; empty if there is none.
  [[nodiscard]] std::string value(const Pointer& place) const;
  /// The line, from 1, at which a part begins; that of the nearest part around it where there is none.
  [[nodiscard]] std::size_t line_of(const Pointer& place) const;
  /// Names that an object has twice, each with the object; JSON leaves open which one counts.
  [[nodiscard]] std::vector<std::pair<Pointer, std::string>> repeated_names() const;

  /// Gives a member of an object, which must be there, this value. One that is new stands after the member
  /// `after`, or if there is none at the end, and in the layout of that one.
  void set(const Pointer& object, const std::string& name, const std::string& value,
           const std::string& after = "");
  /// Removes a member, and what separates it from its neighbours. Nothing if there is no such member.
  void remove(const Pointer& object, const std::string& name);

 private:
  struct Node;
  class Scanner;

  [[nodiscard]] const Node* find(const Pointer& place) const;
  void replace(std::size_t begin, std::size_t end, const std::string& with);

  std::string text_;
  std::unique_ptr<Node> root_;
};

/// The nesting of a text in objects and arrays, whatever else it is.
[[nodiscard]] int nesting_of(std::string_view text);

}  // namespace synod::gate
