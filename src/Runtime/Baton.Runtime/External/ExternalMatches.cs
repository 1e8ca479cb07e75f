using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.WellKnownTypes;

namespace Baton.External;

/// <summary>
/// Which principals the grants ask for, and who was found. Holds what is asked for, and not all principals: its size depends on the
/// number of different values in the grants.
/// </summary>
sealed class ExternalMatches
{
    readonly Dictionary<string, ResourceId?> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<(ResourceType.Types.Trait Trait, string Key), Dictionary<string, List<ResourceId>>> _byValue = [];

    internal bool IsEmpty => _byId.Count == 0 && _byValue.Count == 0;

    /// <summary>Remembers what a grant asks for.</summary>
    internal void Ask(Grant carrier)
    {
        if (carrier.Annotations.Find<ExternalResourceMatchID>() is { } byId)
            _byId.TryAdd(byId.Id, null);
        if (carrier.Annotations.Find<ExternalResourceMatch>() is not { } match)
            return;
        if (!_byValue.TryGetValue((match.ResourceType, match.Key), out var values))
            _byValue.Add((match.ResourceType, match.Key), values = new(StringComparer.Ordinal));
        values.TryAdd(FoldedText.Of(match.Value), []);
    }

    /// <summary>Looks whether anything asks for a principal.</summary>
    internal void Offer(Resource principal, Func<Resource, ResourceType.Types.Trait, bool> isOf)
    {
        if (_byId.ContainsKey(principal.Id.Resource))
            _byId[principal.Id.Resource] = principal.Id;
        foreach (var ((trait, key), values) in _byValue)
        {
            if (!isOf(principal, trait))
                continue;
            foreach (var value in ValuesOf(principal, trait, key).Select(FoldedText.Of).Distinct(StringComparer.Ordinal))
            {
                if (values.TryGetValue(value, out var found))
                    found.Add(principal.Id);
            }
        }
    }

    internal ResourceId? Find(ExternalResourceMatchID match) => _byId.GetValueOrDefault(match.Id);

    internal IReadOnlyList<ResourceId> Find(ExternalResourceMatch match) =>
        _byValue.TryGetValue((match.ResourceType, match.Key), out var values) && values.TryGetValue(FoldedText.Of(match.Value), out var found) ? found : [];

    static IEnumerable<string> ValuesOf(Resource principal, ResourceType.Types.Trait trait, string key)
    {
        var user = trait == ResourceType.Types.Trait.User ? principal.Annotations.Find<UserTrait>() : null;
        if (key == "email")
        {
            foreach (var email in user?.Emails ?? [])
                yield return email.Address;
        }
        if (ProfileOf(principal) is { } profile && profile.Fields.TryGetValue(key, out var value) && value.HasStringValue)
            yield return value.StringValue;
    }

    /// <summary>The profile, which older connectors keep in the trait.</summary>
    static Struct? ProfileOf(Resource principal)
    {
        var traits = principal.Annotations;
        return principal.Profile ?? traits.Find<UserTrait>()?.Profile ?? traits.Find<GroupTrait>()?.Profile ?? traits.Find<RoleTrait>()?.Profile
            ?? traits.Find<AppTrait>()?.Profile ?? traits.Find<SecretTrait>()?.Profile ?? traits.Find<AgentTrait>()?.Profile;
    }
}
