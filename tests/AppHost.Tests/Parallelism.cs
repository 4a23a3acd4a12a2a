// Each test starts a system of its own; two at a time would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
