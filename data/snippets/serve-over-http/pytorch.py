"""Export a model and serve the file over HTTP from a fresh process."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import numpy as np
import torch
from torch import nn


def fact(name, value, **within):
    print(json.dumps({"name": name, "value": value, **within}))


torch.manual_seed(0)
x = np.random.default_rng(0).normal(size=(8, 4)).astype("float32")
model = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.Linear(16, 3))
free, rows = {0: torch.export.Dim.DYNAMIC}, torch.from_numpy(x)
program = torch.export.export(model, (rows,), dynamic_shapes=(free,))
torch.export.save(program, "model.pt2")

server = """
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
import torch
model = torch.export.load("model.pt2").module()
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with torch.inference_mode():  # on or off in each thread
            rows = torch.tensor(json.loads(body))
            answer = json.dumps(model(rows).tolist())
        self.send_response(200)
        self.end_headers()
        self.wfile.write(answer.encode())
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(server.server_port, flush=True)
server.serve_forever()
"""
command = [sys.executable, "-c", server]
process = subprocess.Popen(command, stdout=subprocess.PIPE)
url = f"http://127.0.0.1:{int(process.stdout.readline())}"

# Eight requests at once, of 1 to 8 rows.
bodies = [json.dumps(x[:n].tolist()).encode() for n in range(1, 9)]
try:
    with ThreadPoolExecutor(8) as pool:
        replies = pool.map(urlopen, [url] * 8, bodies)
        answers = [json.load(reply) for reply in replies]
finally:
    process.terminate()
expected = model(rows).detach().numpy()
gaps = [np.abs(a - expected[: len(a)]).max() for a in answers]
fact("rows-answered", ", ".join(str(len(a)) for a in answers))
fact("largest-difference", float(max(gaps)), within=1e-5)
assert len(answers) == 8 and max(gaps) < 1e-5
