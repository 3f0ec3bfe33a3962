using Microsoft.Extensions.Configuration;
using Streamix.Infra.Migrator;

var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
if (configuration.GetConnectionString("postgres") is not { Length: > 0 } server)
{
    await Console.Error.WriteLineAsync("ConnectionStrings:postgres is missing: the address of the server with a role that may create databases.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var deadline = TimeSpan.FromSeconds(configuration.GetValue("Migrator:DeadlineSeconds", 60));
var run = new MigrationRun(new DatabaseServer(server), Console.Out, TimeProvider.System);
return await run.RunAsync(ServiceDatabase.FindAll(configuration), deadline, stop.Token) ? 0 : 1;
