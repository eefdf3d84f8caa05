"""Removes near duplicates with datatrove's MinHash at its defaults, as its own example does: datatrove_dedup.py INPUT_FOLDER OUTPUT_FOLDER"""
import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupCluster, MinhashDedupFilter, MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupBuckets
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

source, work = sys.argv[1:]
config = MinhashConfig()


def run(tasks, *pipeline):
    LocalPipelineExecutor(pipeline=list(pipeline), tasks=tasks, workers=1, logging_dir=f"{work}/logs",
                          skip_completed=False).run()


run(1, JsonlReader(source, glob_pattern="*.jsonl.gz"), MinhashDedupSignature(f"{work}/signatures", config=config))
run(config.num_buckets, MinhashDedupBuckets(f"{work}/signatures", f"{work}/buckets", config=config))
run(1, MinhashDedupCluster(f"{work}/buckets", f"{work}/removed", config=config))
run(1, JsonlReader(source, glob_pattern="*.jsonl.gz"), MinhashDedupFilter(f"{work}/removed"), JsonlWriter(f"{work}/kept"))
