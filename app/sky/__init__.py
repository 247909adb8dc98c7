"""What the sky's services and an atlas tell: visibility, offset stars, finder charts, weather, catalogues, TNS, Hermes.

Computing and drawing only: no database and no request. What is fetched from outside is described here as requests
(what to send, how to read the answer) and sent by the errands' one guarded client.
"""
