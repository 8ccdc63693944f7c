return await DataHub.Linkage.Bench.Commands.RunAsync(args, Console.Out, Console.Error);
