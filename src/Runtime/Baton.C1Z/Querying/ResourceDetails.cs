using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Baton.C1Z;

/// <summary>What a resource says about itself, wherever it says it: older connectors put it on the traits, newer ones on the resource.</summary>
public static class ResourceDetails
{
    /// <summary>A trait of a resource, or null.</summary>
    /// <exception cref="C1ZException">The resource names the trait, but what it holds is something else.</exception>
    public static T? Trait<T>(this Resource resource)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(resource);
        try
        {
            return resource.Annotations.Find<T>();
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new C1ZException(
                C1ZError.CorruptRow, $"the {new T().Descriptor.Name} of {resource.Id?.ResourceType}:{resource.Id?.Resource} is damaged: {e.Message}", e);
        }
    }

    /// <summary>The profile: names with texts, numbers (<c>double</c>), booleans, nulls, lists and maps of these. Empty without one.</summary>
    public static IReadOnlyDictionary<string, object?> ReadProfile(this Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var profile = resource.Profile
            ?? resource.Trait<UserTrait>()?.Profile
            ?? resource.Trait<GroupTrait>()?.Profile
            ?? resource.Trait<RoleTrait>()?.Profile
            ?? resource.Trait<AppTrait>()?.Profile
            ?? resource.Trait<SecretTrait>()?.Profile
            ?? resource.Trait<AgentTrait>()?.Profile;
        return profile is null ? new SortedDictionary<string, object?>(StringComparer.Ordinal) : Map(profile);
    }

    /// <summary>Whether the resource is enabled, disabled or deleted, as far as it says.</summary>
    public static Status.Types.ResourceStatus ReadStatus(this Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        if (resource.Status is { } status)
            return status.Status_;
        if (resource.Trait<UserTrait>()?.Status is { } user)
            return (Status.Types.ResourceStatus)(int)user.Status_;
        return Status.Types.ResourceStatus.Unspecified;
    }

    /// <summary>The address that a user calls the primary one, or null.</summary>
    public static string? PrimaryEmail(this Resource resource) => resource.Trait<UserTrait>()?.Emails.FirstOrDefault(static email => email.IsPrimary)?.Address;

    /// <summary>The name to sign in with, or null.</summary>
    public static string? Login(this Resource resource) => resource.Trait<UserTrait>() is { Login.Length: > 0 } user ? user.Login : null;

    static SortedDictionary<string, object?> Map(Struct structure)
    {
        var map = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in structure.Fields)
            map[name] = Plain(value);
        return map;
    }

    static object? Plain(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.StructValue => Map(value.StructValue),
        Value.KindOneofCase.ListValue => value.ListValue.Values.Select(Plain).ToArray(),
        _ => null,
    };
}
