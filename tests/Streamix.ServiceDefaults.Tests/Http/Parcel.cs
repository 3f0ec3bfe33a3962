using FluentValidation;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Tests.Http;

public enum Speed
{
    Slow,
    Fast,
}

public sealed record Parcel(string Name, int Weight, Speed Speed = Speed.Slow, IReadOnlyList<ParcelItem>? Items = null);

public sealed record ParcelItem(string Code, decimal Price);

internal sealed class ParcelRules : AbstractValidator<Parcel>
{
    public ParcelRules()
    {
        RuleFor(p => p.Name).Text(20).OneLine();
        RuleFor(p => p.Weight).InclusiveBetween(1, 1000);
        RuleForEach(p => p.Items).ChildRules(item => item.RuleFor(i => i.Price).GreaterThan(0));
    }
}
