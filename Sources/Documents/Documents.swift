internal import Bitext
