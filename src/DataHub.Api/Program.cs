using DataHub.Api.CommandLine;

return await Commands.InvokeAsync(args);
