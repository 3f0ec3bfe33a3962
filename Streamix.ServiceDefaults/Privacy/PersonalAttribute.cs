namespace Streamix.ServiceDefaults.Privacy;

/// <summary>Marks personal data or a secret: its value never reaches a log; what holds it must be exported and erased.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class PersonalAttribute : Attribute;
