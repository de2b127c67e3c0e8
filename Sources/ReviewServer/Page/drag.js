// A segment dragged by its handle across the border of its row: the nudges that bring it there.

/// Makes the segments of a ladder draggable.
/// - nudge: called with the command, how often, and the place it acts on.
export function makeDraggable(grid, nudge) {
  let drag = null;

  const rowAt = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".row");

  const target = (event) => {
    const row = rowAt(event);
    if (!row || !drag) return null;
    switch (row.ariaRowIndex - drag.row.ariaRowIndex) {
      case -1: return { row, command: "nudge-up", count: drag.segment + 1 };
      case 1: return { row, command: "nudge-down", count: drag.total - drag.segment };
      default: return null;
    }
  };

  const mark = (row) => {
    grid.querySelector(".drop")?.classList.remove("drop");
    row?.classList.add("drop");
  };

  const end = () => {
    mark(null);
    drag?.element.classList.remove("dragged");
    drag = null;
  };

  grid.addEventListener("pointerdown", (event) => {
    const handle = event.target.closest(".handle");
    if (!handle || event.button !== 0) return;
    event.preventDefault();
    const element = handle.closest(".segment");
    const cell = element.closest(".text");
    drag = {
      element, row: element.closest(".row"), side: cell.dataset.side,
      segment: Number(element.dataset.segment), total: cell.querySelectorAll(".segment").length,
    };
    element.classList.add("dragged");
    grid.setPointerCapture(event.pointerId);
  });
  grid.addEventListener("pointermove", (event) => { if (drag) mark(target(event)?.row); });
  grid.addEventListener("pointercancel", end);
  grid.addEventListener("pointerup", (event) => {
    const found = target(event);
    const from = drag;
    end();
    if (!found) return;
    nudge(found.command, found.count, { row: Number(from.row.dataset.row), side: from.side });
  });
}
