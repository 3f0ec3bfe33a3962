using System.Reflection;
using FluentValidation;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Validates the arguments for which the service has a FluentValidation validator.</summary>
public static class ValidationFilter
{
    /// <summary>Answers 422 with messages by field before the handler runs.</summary>
    public static TBuilder WithValidation<TBuilder>(this TBuilder builder) where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilterFactory(Create);

    private static EndpointFilterDelegate Create(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var known = factory.ApplicationServices.GetRequiredService<IServiceProviderIsService>();
        (int Index, Type Validator)[] validated =
        [
            .. factory.MethodInfo.GetParameters()
                .Select((p, index) => (index, typeof(IValidator<>).MakeGenericType(p.ParameterType)))
                .Where(v => known.IsService(v.Item2)),
        ];

        return validated.Length == 0 ? next : async context =>
        {
            foreach (var (index, type) in validated)
                if (context.Arguments[index] is { } argument && await ErrorsAsync(context, type, argument) is { } errors)
                    return Problems.Invalid(errors);
            return await next(context);
        };
    }

    private static async ValueTask<Dictionary<string, string[]>?> ErrorsAsync(EndpointFilterInvocationContext context, Type type, object argument)
    {
        var validator = (IValidator)context.HttpContext.RequestServices.GetRequiredService(type);
        var result = await validator.ValidateAsync(new ValidationContext<object>(argument), context.HttpContext.RequestAborted);
        return result.IsValid ? null : result.Errors
            .GroupBy(e => FieldNames.Camel(e.PropertyName), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
    }
}
