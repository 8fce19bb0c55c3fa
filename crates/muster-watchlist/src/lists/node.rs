//! An element of XML as a small tree.

use super::limits::MAX_FIELD;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

/// An element with what is in it. Names are without their prefix.
#[derive(Debug, Default, Clone)]
pub(super) struct Node {
    pub(super) name: String,
    pub(super) attributes: Vec<(String, String)>,
    pub(super) text: String,
    pub(super) children: Vec<Node>,
}

impl Node {
    /// A start tag with its attributes.
    pub(super) fn of(tag: &BytesStart<'_>) -> Result<Self, String> {
        let mut node = Self { name: tag.local_name().into_inner().to_owned(), ..Self::default() };
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| format!("an attribute of {} is damaged", node.name))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| {
                format!("an attribute of {} uses an entity that XML itself does not have", node.name)
            })?;
            if value.len() > MAX_FIELD {
                return Err(format!("an attribute of {} has more than {MAX_FIELD} bytes", node.name));
            }
            node.attributes.push((attribute.key.local_name().into_inner().to_owned(), value.into_owned()));
        }
        Ok(node)
    }

    /// The text directly in it.
    pub(super) fn text(&self) -> &str {
        self.text.trim()
    }

    /// An attribute; empty if it has none of that name.
    pub(super) fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// The first child of that name.
    pub(super) fn child(&self, name: &str) -> Option<&Node> {
        self.children.iter().find(|child| child.name == name)
    }

    /// The text of the first child of that name; empty if there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.child(name).map_or("", Node::text)
    }

    /// All children of that name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Node> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// All children of that name inside children of another: `list("akaList", "aka")`.
    pub(super) fn list<'a>(&'a self, outer: &'a str, inner: &'a str) -> impl Iterator<Item = &'a Node> {
        self.all(outer).flat_map(move |list| list.all(inner))
    }

    /// All children.
    pub(super) fn children(&self) -> &[Node] {
        &self.children
    }

    /// The texts of the named children that have one, with commas between them.
    pub(super) fn joined(&self, names: &[&str]) -> String {
        let texts: Vec<_> = names.iter().map(|name| self.get(name)).filter(|text| !text.is_empty()).collect();
        texts.join(", ")
    }

    /// Every element of that name below this one, however deep.
    pub(super) fn below<'a>(&'a self, name: &str, found: &mut Vec<&'a Node>) {
        for child in &self.children {
            if child.name == name {
                found.push(child);
            }
            child.below(name, found);
        }
    }
}
