// Generated TLA+ as trees of text, so that it can be printed and made smaller.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace synod::differential {

/// What a generated expression is meant to be. TLA+ has no types; these keep most expressions sensible.
struct Type {
  enum class Kind {
    boolean,
    integer,
    string,
    model_value,
    set,       ///< arguments: element
    sequence,  ///< arguments: element
    function,  ///< arguments: point, value
    bag,       ///< arguments: element
    tuple,     ///< arguments: components, two or more
    record,    ///< fields, arguments: their types
    action,    ///< fields: the variables that it gives a value
    other,     ///< no expression: an operator as an argument
  };
  Kind kind = Kind::boolean;
  std::vector<Type> arguments;
  std::vector<std::string> fields;
  bool operator==(const Type&) const = default;
};

[[nodiscard]] Type boolean_type();
[[nodiscard]] Type integer_type();
[[nodiscard]] Type string_type();
[[nodiscard]] Type model_value_type();
[[nodiscard]] Type set_of(Type element);
[[nodiscard]] Type sequence_of(Type element);
[[nodiscard]] Type function_of(Type point, Type value);
[[nodiscard]] Type bag_of(Type element);
[[nodiscard]] Type tuple_of(std::vector<Type> components);

/// The smallest expressions of a type: what a failure is shrunk to.
[[nodiscard]] std::vector<std::string> smallest(const Type& type);

struct Term {
  Type type;
  /// Text in which each $ stands for the next part. Of a list: what comes before it.
  std::string pattern;
  std::vector<Term> parts;
  /// Of a list, whose parts may be left out one by one (but not all): what stands between the parts and after
  /// them.
  bool list = false;
  std::string separator, close;
  /// A list written with one bullet (the separator) before each part, aligned, each on a line.
  bool bullets = false;
};

[[nodiscard]] Term term(Type type, std::string pattern, std::vector<Term> parts = {});
[[nodiscard]] Term list(Type type, std::string open, std::string separator, std::string close,
                        std::vector<Term> parts);
/// (/\ A
///  /\ B)
[[nodiscard]] Term bulleted(Type type, std::string bullet, std::vector<Term> parts);

/// Appends the text of a term; `text` must hold the line so far, for the columns of bullets.
void print(const Term& term, std::string& text);

/// One definition of a module: "Head == body", with lines before it (a RECURSIVE declaration).
struct Definition {
  std::string before;
  std::string head;
  Term body;
};

/// A module and its configuration.
struct Document {
  std::vector<std::string> declarations;  ///< lines
  std::vector<Definition> definitions;
  std::vector<std::string> configuration;  ///< lines
};

[[nodiscard]] std::string module_text(const Document& document);
[[nodiscard]] std::string configuration_text(const Document& document);
/// Both, ready to paste.
[[nodiscard]] std::string text(const Document& document);

}  // namespace synod::differential
