#include "gate/json_text.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

namespace synod::gate {

struct JsonText::Node {
  std::size_t begin = 0, end = 0;  ///< of the value
  bool object = false;
  std::vector<Node> children;  ///< of an object or array
  // As the child of another: its name, or its position in an array, and where it begins, with its name.
  std::string name;
  std::size_t child_begin = 0;
};

/// Finds where everything is. It relies on the text being JSON.
class JsonText::Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  /// The value that the whole text is, behind a byte order mark.
  Node document() {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    return value();
  }

 private:
  Node value() {
    skip_space();
    Node node;
    node.begin = at_;
    if (text_[at_] == '{' || text_[at_] == '[') {
      node.object = text_[at_] == '{';
      children(node);
    } else if (text_[at_] == '"') {
      skip_string();
    } else {
      at_ = std::min(text_.find_first_of(" \t\r\n,]}", at_), text_.size());
    }
    node.end = at_;
    return node;
  }

  void children(Node& node) {
    ++at_;
    for (skip_space(); text_[at_] != '}' && text_[at_] != ']'; skip_space()) {
      if (text_[at_] == ',') {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      std::string name = std::to_string(node.children.size());
      if (node.object) {
        skip_string();
        name = nlohmann::json::parse(text_.substr(begin, at_ - begin)).get<std::string>();
        skip_space();
        ++at_;  // the colon
      }
      Node& child = node.children.emplace_back(value());
      child.name = std::move(name);
      child.child_begin = begin;
    }
    ++at_;
  }

  void skip_space() { at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size()); }

  void skip_string() {
    for (++at_; text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

JsonText::JsonText(std::string text)
    : text_(std::move(text)), root_(std::make_unique<Node>(Scanner(text_).document())) {}
JsonText::~JsonText() = default;
JsonText::JsonText(JsonText&&) noexcept = default;
JsonText& JsonText::operator=(JsonText&&) noexcept = default;

namespace {

/// The first part of a pointer, which loses it.
std::string_view take_part(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::string_view part = pointer.substr(0, pointer.find('/'));
  pointer.remove_prefix(part.size());
  return part;
}

/// The last of the members with this name: that is the one which counts for the parser.
template <class Node>
const Node* find_child(const Node& node, std::string_view name) {
  const auto& all = node.children;
  const auto found =
      std::find_if(all.rbegin(), all.rend(), [&](const Node& child) { return child.name == name; });
  return found == all.rend() ? nullptr : &*found;
}

}  // namespace

const JsonText::Node* JsonText::find(const Pointer& place) const {
  const Node* node = root_.get();
  for (std::string_view rest = place; node != nullptr && !rest.empty();) {
    node = find_child(*node, take_part(rest));
  }
  return node;
}

std::string JsonText::value(const Pointer& place) const {
  const Node* const node = find(place);
  return node == nullptr ? "" : text_.substr(node->begin, node->end - node->begin);
}

std::size_t JsonText::line_of(const Pointer& place) const {
  std::size_t offset = root_->begin;
  const Node* node = root_.get();
  for (std::string_view rest = place; !rest.empty();) {
    node = find_child(*node, take_part(rest));
    if (node == nullptr) break;
    offset = node->child_begin;
  }
  return 1 + static_cast<std::size_t>(
                 std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::vector<std::pair<Pointer, std::string>> JsonText::repeated_names() const {
  std::vector<std::pair<Pointer, std::string>> repeated;
  const auto look = [&](const auto& self, const Node& node, const Pointer& place) -> void {
    std::set<std::string_view> seen;
    for (const Node& child : node.children) {
      if (!seen.insert(child.name).second) repeated.emplace_back(place, child.name);
      self(self, child, place + "/" + child.name);
    }
  };
  look(look, *root_, "");
  return repeated;
}

void JsonText::set(const Pointer& object, const std::string& name, const std::string& value,
                   const std::string& after) {
  const Node& node = *find(object);
  if (const Node* const member = find_child(node, name)) return replace(member->begin, member->end, value);
  const std::string text = "\"" + name + "\": " + value;
  if (node.children.empty()) return replace(node.begin, node.end, "{" + text + "}");
  const Node* const named = find_child(node, after);
  const Node& left = named != nullptr ? *named : node.children.back();
  // What stands before it, back to the bracket or comma: a space, or a line's end and its indent.
  const std::size_t begin = text_.find_last_not_of(" \t\r\n", left.child_begin - 1) + 1;
  const std::string space = text_.substr(begin, left.child_begin - begin);
  replace(left.end, left.end, "," + (space.empty() ? " " : space) + text);
}

void JsonText::remove(const Pointer& object, const std::string& name) {
  const Node& node = *find(object);
  const Node* const member = find_child(node, name);
  if (member == nullptr) return;
  const auto index = static_cast<std::size_t>(member - node.children.data());
  if (index > 0) return replace(node.children[index - 1].end, member->end, "");
  if (node.children.size() > 1) return replace(member->child_begin, node.children[1].child_begin, "");
  replace(node.begin, node.end, "{}");
}

void JsonText::replace(std::size_t begin, std::size_t end, const std::string& with) {
  text_.replace(begin, end - begin, with);
  *root_ = Scanner(text_).document();
}

int nesting_of(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string) {
      if (text[i] == '\\') {
        ++i;
      } else {
        in_string = text[i] != '"';
      }
    } else if (text[i] == '"') {
      in_string = true;
    } else if (text[i] == '{' || text[i] == '[') {
      deepest = std::max(deepest, ++depth);
    } else if (text[i] == '}' || text[i] == ']') {
      --depth;
    }
  }
  return deepest;
}

}  // namespace synod::gate
