"""The light node tree that expressions walk: live form instances and any XML document alike.

A leaf element keeps its value as a plain `text`; only mixed content has text nodes. The tree
knows nothing of XML syntax, forms or expressions.
"""

from collections.abc import Iterator
from enum import IntEnum

UNNAMED = ("", "http://www.w3.org/2002/xforms")
"""Namespaces of elements that an unprefixed name means: none, and the default one of forms."""


class Kind(IntEnum):
    """The seven node kinds of XPath 1.0 (section 5)."""

    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    PROCESSING_INSTRUCTION = 7
    COMMENT = 8
    DOCUMENT = 9
    NAMESPACE = 13


class Node:
    """One node of a tree.

    `children` may be read freely but is changed only through `append`, `insert` and `remove`,
    because each parent keeps an index of its children by name.

    Attributes:
        kind: which kind of node.
        name: local name; the target of a processing instruction, the prefix of a namespace.
        namespace: namespace URI, or the empty string.
        prefix: prefix as written, or the empty string.
        text: value of a leaf element, attribute, text, comment, instruction or namespace; the
            owner of a live tree assigns it directly.
        parent: the node above, or None.
        children: the nodes below, in order.
        attributes: attribute nodes, in order.
        declared: namespaces declared on this element, prefix → URI.
        fixed: the value indexes of this node may be kept, because nothing below changes.
        data: free for the owner of a live tree; never read here.
    """

    __slots__ = (
        "_relevant",
        "attributes",
        "by_name",
        "by_value",
        "children",
        "data",
        "declared",
        "fixed",
        "kind",
        "name",
        "namespace",
        "order",
        "parent",
        "prefix",
        "text",
        "virtual",
    )

    def __init__(
        self,
        name: str = "",
        text: str = "",
        *,
        kind: Kind = Kind.ELEMENT,
        namespace: str = "",
        prefix: str = "",
    ) -> None:
        """Make a node without parent or children."""
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.text = text
        self.parent: Node | None = None
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.declared: dict[str, str] = {}
        self.fixed = False
        self.data: object = None
        self.order = -1
        self.by_name: dict[str, list[Node]] | None = None
        self.by_value: dict[tuple[str, str], dict[str, list[Node]]] | None = None
        self.virtual: dict[str, Node] | None = None
        self._relevant = True

    def __repr__(self) -> str:
        """Show kind, name and the start of the value."""
        return f"<{self.kind.name.lower()} {self.name} {self.text[:20]!r}>"

    @property
    def relevant(self) -> bool:
        """False hides this node from every child and descendant step (JavaRosa does the same)."""
        return self._relevant

    @relevant.setter
    def relevant(self, value: bool) -> None:
        if value is not self._relevant:
            self._relevant = value
            # the index leaves irrelevant children out, so that look-ups need no test
            if self.parent is not None:
                self.parent.by_name = None

    @property
    def qualified(self) -> str:
        """The name as written: `prefix:name`."""
        return f"{self.prefix}:{self.name}" if self.prefix else self.name

    @property
    def top(self) -> "Node":
        """The node at the top of the tree."""
        node = self
        while node.parent is not None:
            node = node.parent
        return node

    def append(self, child: "Node") -> "Node":
        """Add `child` as the last child and return it."""
        child.parent = self
        self.children.append(child)
        self._changed()
        return child

    def insert(self, index: int, child: "Node") -> "Node":
        """Add `child` before the child at `index` and return it."""
        child.parent = self
        self.children.insert(index, child)
        self._changed()
        return child

    def remove(self, child: "Node") -> None:
        """Take `child` out; it becomes the top of its own tree."""
        self.children.remove(child)
        self._changed()
        child.parent = None

    def set_attribute(self, name: str, value: str, namespace: str = "", prefix: str = "") -> "Node":
        """Set the value of an attribute, adding it when it is missing, and return its node."""
        for attribute in self.attributes:
            if attribute.name == name and attribute.namespace == namespace:
                attribute.text = value
                return attribute
        made = Node(name, value, kind=Kind.ATTRIBUTE, namespace=namespace, prefix=prefix)
        made.parent = self
        self.attributes.append(made)
        return made

    def attribute(self, name: str, namespace: str = "") -> str | None:
        """Return the value of an attribute, or None."""
        for found in self.attributes:
            if found.name == name and found.namespace == namespace:
                return found.text
        return None

    def named(self, name: str) -> "list[Node]":
        """Return the relevant child elements that an unprefixed name means.

        The list belongs to the tree; do not change it.
        """
        index = self.by_name
        if index is None:
            index = self.index()
        return index.get(name, [])

    def index(self) -> "dict[str, list[Node]]":
        """Make and keep the index of relevant child elements by name, as `named` gives them."""
        index: dict[str, list[Node]] = {}
        for child in self.children:
            if child.kind is Kind.ELEMENT and child._relevant and child.namespace in UNNAMED:
                index.setdefault(child.name, []).append(child)
        self.by_name = index
        return index

    def with_value(self, name: str, key: str) -> "dict[str, list[Node]]":
        """Return children called `name` by the values of their children called `key`.

        Only for nodes that are `fixed`: the index is made once and never thrown away.
        """
        if self.by_value is None:
            self.by_value = {}
        index = self.by_value.get((name, key))
        if index is None:
            index = self.by_value[name, key] = {}
            for child in self.named(name):
                # a scan, because an index for each of many thousand rows costs more than it saves
                for cell in child.children:
                    if cell.name != key or not _meant(cell):
                        continue
                    value = cell.value() if cell.children else cell.text
                    same = index.get(value)
                    if same is None:
                        index[value] = [child]
                    elif same[-1] is not child:
                        # a row whose key occurs twice is still one row
                        same.append(child)
        return index

    def freeze(self) -> "Node":
        """Declare that nothing from here on down will change; return the node itself."""
        self.fixed = True
        for node in self.descendants():
            node.fixed = True
        return self

    def value(self) -> str:
        """Return the string-value of XPath 1.0 section 5."""
        return "".join(self.texts()) if self.children else self.text

    def texts(self) -> list[str]:
        """Return the texts of all leaves below, in document order."""
        return [
            node.text
            for node in self.descendants()
            if not node.children and node.kind in (Kind.ELEMENT, Kind.TEXT)
        ]

    def descendants(self) -> "Iterator[Node]":
        """Yield every node below in document order, without attributes and namespaces."""
        # a stack of our own: recursion would end at Python's limit in a deep document
        stack = list(reversed(self.children))
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack.extend(reversed(node.children))

    def copy(self) -> "Node":
        """Return a deep copy without parent; `data` is shared."""
        made = Node(
            self.name, self.text, kind=self.kind, namespace=self.namespace, prefix=self.prefix
        )
        made.declared, made.data, made._relevant = dict(self.declared), self.data, self._relevant
        for attribute in self.attributes:
            made.set_attribute(
                attribute.name, attribute.text, attribute.namespace, attribute.prefix
            )
        for child in self.children:
            twin = child.copy()
            twin.parent = made
            made.children.append(twin)
        return made

    def _changed(self) -> None:
        """Forget what was derived from the old list of children."""
        self.by_name = None
        self.by_value = None
        # numbering waits until an order is asked for: forms seldom do
        self.top.order = -1


def _meant(node: Node) -> bool:
    """Tell whether an unprefixed name means a node: a relevant element of no foreign namespace."""
    return node.kind is Kind.ELEMENT and node.relevant and node.namespace in UNNAMED


def document(root: Node | None = None) -> Node:
    """Return a new document node, holding `root` when one is given."""
    made = Node(kind=Kind.DOCUMENT)
    if root is not None:
        made.append(root)
    return made
