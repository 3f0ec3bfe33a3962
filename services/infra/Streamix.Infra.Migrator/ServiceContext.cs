using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Infra.Migrator;

/// <summary>A service's context and the name of its connection.</summary>
internal sealed record ServiceContext(string Name, Type Class)
{
    /// <summary>Every context with <see cref="DatabaseAttribute"/> in the assemblies beside this program.</summary>
    public static IEnumerable<ServiceContext> All() =>
        from file in Directory.GetFiles(AppContext.BaseDirectory, "Streamix.*.dll").Order(StringComparer.Ordinal)
        from type in Assembly.LoadFrom(file).GetTypes()
        where typeof(ServiceDb).IsAssignableFrom(type)
        let name = type.GetCustomAttribute<DatabaseAttribute>()?.Name
        where name is not null
        select new ServiceContext(name, type);

    public DbContextOptions Options(string connectionString)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(Class))!;
        return builder.UseNpgsql(connectionString).UseServiceConventions().Options;
    }

    public DbContext Open(string connectionString) => (DbContext)Activator.CreateInstance(Class, Options(connectionString))!;
}
