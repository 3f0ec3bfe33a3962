using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Streamix.Infra.Migrator;

// "dotnet ef" starts this, takes the services from the host below and never connects.
var builder = Host.CreateApplicationBuilder(args);
foreach (var options in ServiceContext.All().Select(context => context.Options("Host=design-time")))
{
    builder.Services.AddSingleton(options);
    builder.Services.AddSingleton(options.GetType(), options);
}

using var host = builder.Build();
foreach (var options in host.Services.GetServices<DbContextOptions>())
    Console.WriteLine(options.ContextType.Name);
