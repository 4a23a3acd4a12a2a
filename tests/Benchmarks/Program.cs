using Mamis.Benchmarks;

return await new Runner(Console.Out).Run(args);
