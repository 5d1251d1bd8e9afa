{{/* What serving and migrating containers of a component share. The argument is (dict "root" $ "name" component). */}}

{{- define "kommunebro.podSecurity" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1654
  runAsGroup: 1654
  fsGroup: 1654
  seccompProfile: { type: RuntimeDefault }
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "kommunebro.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities: { drop: [ALL] }
{{- end }}

{{- define "kommunebro.env" -}}
{{- $component := get .root.Values.components .name -}}
{{- $section := $component.section -}}
{{- $own := include "kommunebro.name" . -}}
- { name: Logging__Format, value: json }
# Temporary files are the only ones that a container may write.
- { name: TMPDIR, value: /tmp }
- { name: DOTNET_EnableDiagnostics, value: "0" }
- { name: {{ $section }}__Listen__Http, value: {{ printf "http://0.0.0.0:%v" $component.httpPort | quote }} }
{{- with $component.grpcPort }}
- { name: {{ $section }}__Listen__Grpc, value: {{ printf "http://0.0.0.0:%v" . | quote }} }
{{- end }}
- { name: {{ $section }}__Access__Issuer, value: {{ .root.Values.publicOrigin | quote }} }
{{- range $setting, $call := $component.calls }}
- { name: {{ $section }}__Services__{{ $setting }}, value: {{ include "kommunebro.address" (dict "root" $.root "call" $call) | quote }} }
{{- end }}
{{- with .root.Values.otlpEndpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }} }
{{- end }}
{{- range $variable, $value := $component.env }}
- { name: {{ $variable }}, value: {{ $value | quote }} }
{{- end }}
{{- if $component.database }}
- { name: {{ $section }}__Database, valueFrom: { secretKeyRef: { name: {{ $component.secret | default $own }}, key: database } } }
{{- end }}
{{- if include "kommunebro.asksOthers" $component }}
- { name: {{ $section }}__Access__ClientSecret, valueFrom: { secretKeyRef: { name: {{ $component.secret | default $own }}, key: client-secret } } }
{{- end }}
{{- if $component.issuer }}
{{- range $client, $asking := .root.Values.components }}
{{- if include "kommunebro.asksOthers" $asking }}
- { name: {{ $section }}__ServiceClients__{{ $client }}__Secret, valueFrom: { secretKeyRef: { name: {{ $asking.secret | default (include "kommunebro.name" (dict "root" $.root "name" $client)) }}, key: client-secret } } }
{{- end }}
{{- end }}
{{- end }}
{{- if $component.broker }}
- { name: {{ $section }}__Messaging__Broker, valueFrom: { secretKeyRef: { name: {{ .root.Values.broker.secret }}, key: {{ .root.Values.broker.key }} } } }
{{- end }}
{{- range $variable, $from := $component.secretEnv }}
- { name: {{ $variable }}, valueFrom: { secretKeyRef: { name: {{ $from.secret }}, key: {{ $from.key }} } } }
{{- end }}
{{- end }}

{{/* Not empty when a component asks others over gRPC, for which it needs a token and so a secret. */}}
{{- define "kommunebro.asksOthers" -}}
{{- range $setting, $call := .calls }}{{ if eq $call.port "grpc" }}yes{{ end }}{{ end -}}
{{- end }}

{{/* Where a called component is: gRPC over the headless service, which tells every replica, so that calls are spread. */}}
{{- define "kommunebro.address" -}}
{{- $called := get .root.Values.components .call.component -}}
{{- $name := include "kommunebro.name" (dict "root" .root "name" .call.component) -}}
{{- if eq .call.port "grpc" -}}
{{- printf "dns:///%s-grpc:%v" $name $called.grpcPort -}}
{{- else -}}
{{- printf "http://%s:%v" $name $called.httpPort -}}
{{- end -}}
{{- end }}

{{- define "kommunebro.mounts" -}}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  {{- range $volume, $file := (get .root.Values.components .name).files }}
  - { name: {{ $volume }}, mountPath: {{ $file.path }}, readOnly: true }
  {{- end }}
{{- end }}

{{- define "kommunebro.volumes" -}}
volumes:
  - { name: tmp, emptyDir: { sizeLimit: 256Mi } }
  {{- range $volume, $file := (get .root.Values.components .name).files }}
  - { name: {{ $volume }}, secret: { secretName: {{ $file.secret }}, defaultMode: 0440 } }
  {{- end }}
{{- end }}
