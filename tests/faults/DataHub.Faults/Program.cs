using DataHub.Faults;

return await FaultCommand.RunAsync(args, Console.Out, Console.Error);
