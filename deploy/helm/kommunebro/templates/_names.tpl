{{/* Names and labels. The argument is (dict "root" $ "name" component). */}}

{{- define "kommunebro.name" -}}
{{- printf "%s-%s" .root.Release.Name .name | trunc 52 | trimSuffix "-" -}}
{{- end }}

{{- define "kommunebro.selector" -}}
app.kubernetes.io/name: kommunebro
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{- define "kommunebro.labels" -}}
{{ include "kommunebro.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{- define "kommunebro.image" -}}
{{- $own := dig "image" dict (get .root.Values.components .name) -}}
{{- $repository := $own.repository | default (trimPrefix "/" (printf "%s/kommunebro/%s" .root.Values.image.registry .name)) -}}
{{- printf "%s:%s" $repository ($own.tag | default .root.Values.image.tag | default .root.Chart.AppVersion) -}}
{{- end }}
