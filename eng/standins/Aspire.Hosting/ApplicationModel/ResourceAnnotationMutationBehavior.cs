namespace Aspire.Hosting.ApplicationModel;

/// <summary>What happens to annotations of the same type.</summary>
public enum ResourceAnnotationMutationBehavior
{
    /// <summary>They stay.</summary>
    Append = 0,

    /// <summary>They are removed first.</summary>
    Replace = 1,
}
