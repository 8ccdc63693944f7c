return DataHub.Linkage.Bench.Commands.Run(args, Console.Out, Console.Error);
