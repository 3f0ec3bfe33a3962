using System.Reflection;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Finds the validators of a service.</summary>
public static class ValidatorRegistration
{
    /// <summary>Registers every <see cref="IValidator{T}"/> of <paramref name="assembly"/> as a singleton; validators hold no state.</summary>
    public static IServiceCollection AddValidators(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
            if (type is { IsAbstract: false, IsGenericTypeDefinition: false } && typeof(IValidator).IsAssignableFrom(type) && Contract(type) is { } contract)
                services.TryAddSingleton(contract, type);
        return services;
    }

    private static Type? Contract(Type type) =>
        type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>));
}
