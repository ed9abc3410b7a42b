import hashlib
import io

from fieldaudit.package.pdf_document import StreamedDocument
from fieldaudit.package.pdf_output import Output
from fieldaudit.package.pdf_photos import PdfPhotos
from tests.kit.content import a_jpeg, a_photo


def test_a_photo_is_written_once_with_its_own_bytes() -> None:
    made = io.BytesIO()
    photos = PdfPhotos(StreamedDocument(Output(made)))
    first, again = photos.placed(a_photo(1, "a")), photos.placed(a_photo(1, "b"))
    assert first is again
    assert first is not None
    assert (first.width, first.height, first.shown) == (400, 300, 1)
    assert first.sha256.result() == hashlib.sha256(a_jpeg(1)).hexdigest()
    assert made.getvalue().count(a_jpeg(1)) == 1


def test_every_photo_has_a_name_of_its_own() -> None:
    photos = PdfPhotos(StreamedDocument(Output(io.BytesIO())))
    placed = [photos.placed(a_photo(number, "a")) for number in (1, 2, 3)]
    assert len({each.name for each in placed if each}) == 3


def test_a_damaged_photo_is_remembered_once() -> None:
    photos = PdfPhotos(StreamedDocument(Output(io.BytesIO())))
    photo = a_photo(7, "a", jpeg=b"damaged")
    assert photos.placed(photo) is photos.placed(photo) is None
    assert photos.damaged == [photo]
